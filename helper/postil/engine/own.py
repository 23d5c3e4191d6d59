"""What a policy says of its institution, which no entity finder may take for somebody's personal data."""

from __future__ import annotations

import re

from postil.engine.entities import EntityWords
from postil.engine.own_lists import own_lists
from postil.model.policy import Policy


def entity_words(policy: Policy) -> EntityWords:
    """Return the institution's names, domains and handles, and the addresses and numbers of its contacts."""
    handles = (
        phrase
        for one in own_lists(policy)
        if one.id in ("own-names", "own-handles")
        for phrases in one.phrases.values()
        for phrase in phrases
        if phrase.startswith("@")
    )
    return EntityWords(
        names=frozenset(name.lower() for name in policy.names),
        domains=frozenset(domain.lower().removeprefix("www.") for domain in policy.domains),
        handles=frozenset(handle.lower() for handle in handles),
        emails=frozenset(contact.email.lower() for contact in policy.contacts if contact.email),
        phones=frozenset(re.sub(r"\D", "", contact.phone) for contact in policy.contacts if contact.phone),
    )
