"""A verdict: what one condition says about a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from postil.engine.scene import Scene
from postil.model.condition import Condition
from postil.model.finding import Mark


class Verdict(NamedTuple):
    """True, false, or unknown (`None`), the words that made it so, and the facts that were not seen.

    `unknown` is empty unless the truth is unknown.
    """

    truth: bool | None
    marks: tuple[Mark, ...] = ()
    unknown: tuple[str, ...] = ()


Judge = Callable[[Condition, Scene], Verdict]
"""Judges any condition."""

YES = Verdict(truth=True)
NO = Verdict(truth=False)


def is_so(truth: object) -> Verdict:
    """Return the verdict on a fact that is known and marks nothing."""
    return YES if truth else NO


def not_seen(*names: str) -> Verdict:
    """Return the verdict on facts that the page did not show."""
    return Verdict(None, (), tuple(sorted(set(names))))


def by_marks(marks: Iterable[Mark], *, holds: bool, unknown: tuple[str, ...]) -> Verdict:
    """Return true where something `holds`, else unknown where something was not seen, else false."""
    if holds:
        return Verdict(truth=True, marks=tuple(marks))
    return not_seen(*unknown) if unknown else NO
