"""Which stretches lie within which: answered in logarithmic time, so that no text makes a check slow."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Cover:
    """Stretches `(start, end)`, asked whether one of them covers another, or lies within it."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        """Sort the stretches once."""
        self._stretches = sorted(set(stretches))
        self._starts = [start for start, _ in self._stretches]
        ends = [end for _, end in self._stretches]
        self._furthest = list(accumulate(ends, max))
        self._nearest = list(accumulate(reversed(ends), min))[::-1]

    def covers(self, start: int, end: int) -> bool:
        """Whether one of the stretches holds all of `[start, end)`."""
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and self._furthest[at] >= end

    def has_within(self, start: int, end: int) -> bool:
        """Whether a stretch other than `[start, end)` itself lies inside it."""
        at = bisect_left(self._starts, start)
        if at >= len(self._stretches):
            return False
        if self._stretches[at] < (start, end):  # of equal starts the shortest comes first
            return True
        later = bisect_right(self._starts, start)
        return later < len(self._stretches) and self._nearest[later] <= end
