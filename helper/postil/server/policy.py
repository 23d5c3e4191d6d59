"""`/v1/policy`: a policy as a person reads it, in one language. Its shape: `PolicyView` in `protocol.js`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any, Literal, get_args

from postil.model import condition as conditions
from postil.model.condition import AttachmentIs, Condition
from postil.model.finding import SEVERITIES, Severity, Words
from postil.model.policy import Clause, Contact, Document, Policy, Rulebook
from postil.model.topic import Topic
from postil.server.desk import Desk
from postil.server.errors import DeclinedError
from postil.server.guard import Asked
from postil.server.shape import WireError, read_choice, read_json, read_object, read_string, suggest
from postil.server.wire import write_edition

Language = Literal["en", "nl"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
Say = Callable[[Words], str]
"""From a sentence in each language to the one in the reader's."""

_ACTS = {
    "post": "typing",
    "share": "share",
    "profile": "profile",
    "sign-in": "sign-in",
    "schedule": "reminder",
    "policy": "shown-here",
    "design": "no-warning",
}
"""Where a clause stands -> how Postil acts on it; whether pictures count is seen from the topic."""

_WRITTEN = (
    conditions.Existence,
    conditions.Occurrence,
    conditions.Proximity,
    conditions.EntityIs,
    conditions.Measure,
    conditions.WouldFlag,
)
"""Conditions that look at what is written."""


async def policy(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Show one policy, the one configured where none is named.

    Raises:
        DeclinedError: the question cannot be read, there is no such policy, or the rules have problems.
    """
    rules = desk.rules.get()
    try:
        given = read_object(read_json(asked.plaintext.reveal()), "", {"id", "language"})
        name = read_string(given.get("id"), "id") or rules.default_policy
        language = read_choice(given.get("language"), "language", LANGUAGES) or "en"
    except WireError as error:
        raise DeclinedError("bad-draft", error.sentence) from None
    policies = rules.rulebook.policies
    if name not in policies:
        raise DeclinedError("no-policy", f"id: no policy of that name{suggest(name, policies)}")
    shown = show(policies[name], rules.rulebook, language)
    return {"policy": shown | {"edition": write_edition(desk.rules.edition)}}


def show(policy: Policy, rulebook: Rulebook, language: Language) -> dict[str, Any]:
    """Everything that the popup shows of a policy; clauses in the order of the documents."""
    say = attrgetter(language)
    form = policy.consent_form
    return {
        "id": policy.id,
        "institution": say(policy.institution),
        "version": policy.version,
        "documents": [_show_document(document, say) for document in policy.documents],
        "titles": {topic.id: say(topic.title) for topic in rulebook.topics.values()},
        "clauses": [_show_clause(clause, rulebook.topics[clause.topic], say) for clause in policy.clauses],
        "dos": [say(words) for words in policy.dos],
        "donts": [say(words) for words in policy.donts],
        "contacts": [_show_contact(contact, say) for contact in policy.contacts],
        "consent_form": {"label": say(form.label), "url": form.url} if form else None,
        "disclaimer": {code: list(wordings) for code, wordings in policy.disclaimer.items()},
        "working_hours": policy.working_hours,
    }


def _show_document(document: Document, say: Say) -> dict[str, Any]:
    return {
        "id": document.id,
        "title": say(document.title),
        "year": document.year,
        "url": document.url,
        "languages": list(document.languages),
        "who": list(document.who),
    }


def _show_clause(clause: Clause, topic: Topic, say: Say) -> dict[str, Any]:
    return {
        "id": clause.id,
        "document": clause.document,
        "section": clause.section if isinstance(clause.section, str) else say(clause.section),
        "topic": clause.topic,
        "title": say(topic.title),
        "theme": topic.theme,
        "demands": say(clause.demands),
        "surface": list(clause.surface),
        "acts": list(dict.fromkeys(_acts(clause, topic))),
        "severity": _loudest(clause, topic),
        "who": list(clause.who),
        "account": list(clause.account),
    }


def _show_contact(contact: Contact, say: Say) -> dict[str, Any]:
    return {
        "name": say(contact.name),
        "about": say(contact.about),
        "email": contact.email,
        "phone": contact.phone,
        "url": contact.url,
        "topics": list(contact.topics),
    }


def _speaks(topic: Topic) -> bool:
    return topic.status == "active" and bool(topic.cases)


def _loudest(clause: Clause, topic: Topic) -> Severity | None:
    """The highest severity that a finding under this clause may carry; `None` where there is never one."""
    if not _speaks(topic):
        return None
    return min(topic.severity, clause.severity or topic.severity, key=SEVERITIES.index)


def _acts(clause: Clause, topic: Topic) -> Iterator[str]:
    for surface in clause.surface:
        if surface in {"schedule", "policy", "design"}:
            yield _ACTS[surface]
        elif not _speaks(topic):
            yield _ACTS["policy"]
        elif surface == "post":
            kinds = [leaf for case in topic.cases for leaf in _leaves(case.when)]
            if any(isinstance(kind, _WRITTEN) for kind in kinds):
                yield _ACTS["post"]
            if any(isinstance(kind, AttachmentIs) for kind in kinds):
                yield "pictures"
        else:
            yield _ACTS[surface]


def _leaves(condition: Condition) -> Iterator[Condition]:
    """The conditions that a condition is made of."""
    match condition:
        case conditions.All(parts) | conditions.Any(parts):
            for part in parts:
                yield from _leaves(part)
        case conditions.Not(part):
            yield from _leaves(part)
        case _:
            yield condition
