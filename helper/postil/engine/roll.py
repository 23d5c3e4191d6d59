"""A roll: one term list, compiled, with what its rows may hang on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from postil.engine.patterns import PatternFinder


class Caller(NamedTuple):
    """A list with a row that is anchored on another list's matches, and what must stand there for that row."""

    place: int
    words: tuple[frozenset[str], ...]  # of each, one word at least
    refs: tuple[int, ...]  # of each, one list at least, by their bits


@dataclass(slots=True, eq=False)
class Roll:
    """One list. `place` is its place in the order of references, `exceptions` the list just before it."""

    name: str
    place: int
    exceptions: Roll | None = None
    cancels: bool = False  # it is a list of exceptions, which nobody asks for by name
    called: dict[str, list[int]] = field(default_factory=dict)  # rows anchored on another list's matches
    callers: dict[Caller, None] = field(default_factory=dict)

    patterns: list[PatternFinder] = field(default_factory=list)
