"""A match: where a term of a list stands on a page, both in code points and in tokens."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Match(NamedTuple):
    """One occurrence. `start`, `end` count code points, `first`, `last` tokens; both ends are exclusive."""

    start: int
    end: int
    first: int
    last: int


class Hit(NamedTuple):
    """A match in the making. `loose`: it holds a gap. `doubt`: the language whose ambiguous term it is."""

    match: Match
    loose: bool = False
    doubt: str | None = None


def settle(hits: Iterable[Hit], exceptions: Iterable[Match]) -> tuple[Match, ...]:
    """Return the matches that stay: none with a needlessly wide gap, none that an exception covers."""
    found = {hit.match: hit.loose for hit in sorted(hits, key=lambda hit: (hit.match, not hit.loose))}
    cancelling = tuple(exceptions)
    kept = [
        match
        for match, loose in found.items()
        if not any(one.start <= match.start and match.end <= one.end for one in cancelling)
        and not (loose and any(_within(other, match) for other in found))
    ]
    return tuple(sorted(kept))


def _within(inner: Match, outer: Match) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and inner != outer
