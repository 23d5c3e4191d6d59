"""A verdict: what one condition says about a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from postil.engine.scene import Scene
from postil.model.condition import Condition
from postil.model.finding import Mark


class Verdict(NamedTuple):
    """True, false, or unknown (`None`), the words that made it so, and the facts that were not seen.

    `unknown` is empty unless the truth is unknown. An unknown verdict has `ground` of its own where a silence
    speaks: nothing that was seen of the account says what should be said there.
    """

    truth: bool | None
    marks: tuple[Mark, ...] = ()
    unknown: tuple[str, ...] = ()
    ground: bool = False


Judge = Callable[[Condition, Scene], Verdict]
"""Judges any condition."""

_ACCOUNT = "account."
YES = Verdict(truth=True)
NO = Verdict(truth=False)


def is_so(truth: object) -> Verdict:
    """Return the verdict on a fact that is known and marks nothing."""
    return YES if truth else NO


def not_seen(*names: str) -> Verdict:
    """Return the verdict on facts that the page did not show."""
    return Verdict(None, (), tuple(sorted(set(names))))


def not_said(*names: str) -> Verdict:
    """Return the verdict on words that are missing wherever was looked, where `names` were not seen."""
    return not_seen(*names)._replace(ground=all(name.startswith(_ACCOUNT) for name in names))


def by_marks(marks: Iterable[Mark], *, holds: bool, unknown: tuple[str, ...]) -> Verdict:
    """Return true where something `holds`, else unknown where something was not seen, else false."""
    if holds:
        return Verdict(truth=True, marks=tuple(marks))
    return not_seen(*unknown) if unknown else NO
