"""A match: where a term of a list stands on a page, both in code points and in tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from postil.engine.cover import Cover
from postil.engine.tokens import Columns


class Match(NamedTuple):
    """One occurrence. `start`, `end` count code points, `first`, `last` tokens; both ends are exclusive."""

    start: int
    end: int
    first: int
    last: int


def covering(columns: Columns, start: int, end: int) -> Match:
    """Return the match `[start, end)` of a page, with the tokens that it covers or touches, if any."""
    first = bisect_right(columns.ends, start)
    return Match(start, end, first, max(first, bisect_left(columns.starts, end)))


class Hit(NamedTuple):
    """A match in the making. `loose`: it holds a gap. `doubt`: the language whose ambiguous term it is."""

    match: Match
    loose: bool = False
    doubt: str | None = None


def settle(hits: Iterable[Hit], exceptions: Iterable[Match], *, wide: bool = False) -> tuple[Match, ...]:
    """Return the matches that stay: none with a needlessly wide gap, none that an exception covers.

    `wide` keeps the wide gaps as well: an exception covers as much as it can.
    """
    found: dict[Match, bool] = {}
    for match, loose, _ in hits:
        found[match] = loose and found.get(match, True)
    if not wide and any(found.values()):
        inner = Cover(match[:2] for match in found)
        found = {
            match: False for match, loose in found.items() if not (loose and inner.has_within(*match[:2]))
        }
    cancelling = [match[:2] for match in exceptions]
    if cancelling:
        cover = Cover(cancelling)
        return tuple(sorted(match for match in found if not cover.covers(*match[:2])))
    return tuple(sorted(found))
