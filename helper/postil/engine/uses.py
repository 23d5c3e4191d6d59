"""Which term lists the topics ask about; others serve the language reader, the rewrites, or nobody yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from postil.model import condition as kinds
from postil.model.condition import Condition
from postil.model.topic import Topic

POSSESSIVES = "first-person-possessives"
"""The term list behind `owner: mine`."""


def lists_of(topics: Iterable[Topic]) -> frozenset[str]:
    """Return the ids of all lists that a condition of a topic names."""
    conditions = (
        when
        for topic in topics
        for when in (*(case.when for case in topic.cases), *(one.when for one in topic.exceptions))
    )
    return frozenset(name for condition in conditions for name in _named(condition))


def _named(condition: Condition) -> Iterator[str]:
    match condition:
        case kinds.All() | kinds.Any():
            for part in condition.parts:
                yield from _named(part)
        case kinds.Not():
            yield from _named(condition.part)
        case kinds.Existence() | kinds.Proximity() | kinds.EntityIs():
            yield from getattr(condition, "terms", ())
            yield from getattr(condition, "near", ())
            yield from (rule.terms for rule in condition.unless)
            if getattr(condition, "owner", None):
                yield POSSESSIVES
        case kinds.Absence() | kinds.Occurrence():
            yield from condition.terms
        case kinds.AttachmentIs():
            yield from (*condition.named, *condition.shows)
        case _:
            return
