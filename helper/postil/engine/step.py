"""What a phrase is once it is read: rows of elements, each one token, a gap, or a match of another list."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

Slot = Literal["n", "Name", "@", "#", "url", "emoji"]
SLOTS: frozenset[str] = frozenset(get_args(Slot))


class Step(NamedTuple):
    """One token that may be one of several things, or, with `ref`, one match of another list."""

    words: frozenset[str] = frozenset()  # folded
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    infixes: tuple[str, ...] = ()
    slots: frozenset[str] = frozenset()
    hosts: tuple[str, ...] = ()  # a domain, with a path or without, lower-case
    refs: frozenset[str] = frozenset()
    exact: tuple[str, ...] = ()  # letters that must stand there in these capitals


Element = str | int | Step
"""A folded word alone, a gap of up to so many words, or a `Step`."""

Row = tuple[Element, ...]


class Phrase(NamedTuple):
    """A phrase, read: it stands where one of its rows does."""

    rows: tuple[Row, ...]
    starts: bool = False  # only at the start of the post
    ends: bool = False

    def refs(self) -> frozenset[str]:
        """Return the ids of the lists that the phrase refers to."""
        return frozenset(
            ref for row in self.rows for step in row if isinstance(step, Step) for ref in step.refs
        )
