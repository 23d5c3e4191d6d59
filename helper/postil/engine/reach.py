"""Within reach: whether a match stands near enough to another, on the side that is asked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from postil.engine.match import Match
from postil.engine.tokens import Columns
from postil.model.condition import Side, Window

_FLIPPED: dict[Side, Side] = {"before": "after", "after": "before", "either": "either"}


class Neighbours:
    """Matches on one page, asked whether any of them stands within reach of another match."""

    def __init__(self, matches: Iterable[Match], columns: Columns) -> None:
        """Sort where the matches begin and end."""
        self._columns = columns
        self._firsts = sorted({match.first for match in matches if match.first < match.last})
        self._lasts = sorted({match.last for match in matches if match.first < match.last})

    def near(self, match: Match, within: Window, side: Side) -> bool:
        """Whether one of them stands on `side` of `match`, near enough, in its scope, without overlap."""
        low, high = _bounds(match, within.scope, self._columns)
        words = len(self._columns.folds) if within.words is None else within.words
        if side != "before":
            at = bisect_left(self._firsts, match.last)
            if at < len(self._firsts) and self._firsts[at] <= match.last + words and self._firsts[at] < high:
                return True
        if side != "after":
            at = bisect_right(self._lasts, match.first) - 1
            return at >= 0 and self._lasts[at] >= match.first - words and self._lasts[at] > low
        return False


def pairs(
    terms: Sequence[Match], near: Sequence[Match], columns: Columns, within: Window, side: Side
) -> tuple[list[Match], list[Match]]:
    """Return the `terms` that have one of `near` within reach, and the `near` that these stand near to."""
    beside = Neighbours(near, columns)
    kept = [match for match in terms if beside.near(match, within, side)]
    around = Neighbours(kept, columns)
    return kept, [match for match in near if around.near(match, within, _FLIPPED[side])]


def _bounds(match: Match, scope: str, columns: Columns) -> tuple[int, int]:
    """Return the tokens `[low, high)` of the sentence, paragraph or post that the match stands in."""
    if scope == "post" or match.first >= len(columns.folds):
        return 0, len(columns.folds)
    column = columns.sentences if scope == "sentence" else columns.paragraphs
    return bisect_left(column, column[match.first]), bisect_right(column, column[match.last - 1])
