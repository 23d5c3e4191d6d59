"""What a policy says itself: its vocabulary, names, handles, domains and disclaimers, as term lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from postil.model.policy import Policy
from postil.model.topic import ANY_LANGUAGE, TermList

_SENTENCE_END = re.compile(r"[.!?]+(?=\s|$)")
_SIGNS = re.compile(r"[^\w\s'\u2019-]")
_TELLING = 3
"""Words of a disclaimer that no other text would say."""


def own_lists(policy: Policy) -> tuple[TermList, ...]:
    """Return what a policy says itself: its vocabulary, its names, handles and domains, and its disclaimer as lists."""
    lists = {one.id: one for one in policy.vocabulary}
    given_handles = lists["own-handles"].phrases if "own-handles" in lists else {}
    handles = tuple(handle for phrases in given_handles.values() for handle in phrases)
    for name, phrases in (
        ("own-names", policy.names + handles),
        ("own-domains", policy.domains),
        ("own-disclaimers", tuple(_disclaimers(policy))),
    ):
        given = TermList(id=name, about="", phrases={ANY_LANGUAGE: phrases}, exceptions={}, ambiguous={})
        lists[name] = join(given, lists[name]) if name in lists else given
    return tuple(lists.values())


def _disclaimers(policy: Policy) -> Iterator[str]:
    """The sentences of a policy's disclaimers as plain phrases. One of several that names the institution says no more."""
    names = [name.casefold() for name in policy.names]
    for wording in dict.fromkeys(text for wordings in policy.disclaimer.values() for text in wordings):
        sentences = [one for one in _SENTENCE_END.split(wording) if len(one.split()) >= _TELLING]
        for one in sentences:
            if len(sentences) == 1 or not any(name in one.casefold() for name in names):
                yield " ".join(_SIGNS.sub(" ", one).split())


def join(one: TermList, other: TermList) -> TermList:
    """Return a list with what another adds to it."""
    return replace(
        one,
        phrases=_both(one.phrases, other.phrases),
        exceptions=_both(one.exceptions, other.exceptions),
        ambiguous=_both(one.ambiguous, other.ambiguous),
        patterns=one.patterns + other.patterns,
        masked=one.masked or other.masked,
        misspelt=one.misspelt or other.misspelt,
    )


def _both(one: dict[str, tuple[str, ...]], other: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {code: one.get(code, ()) + other.get(code, ()) for code in {**one, **other}}
