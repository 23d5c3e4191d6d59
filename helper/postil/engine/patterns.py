"""Patterns, the last resort of a term list: they see the folded text, and run for a bounded time."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Any

import regex

from postil.engine.extent import CAPITAL, Extent, around, extent
from postil.engine.match import Match
from postil.engine.needed import needed_characters
from postil.engine.once import Once
from postil.engine.page import PIECE, Page

SECONDS = 0.02
"""CPU time that one pattern may take on one page; beyond it the pattern finds nothing there."""


class PatternFinder:
    """One pattern, compiled when first needed."""

    def __init__(self, pattern: str) -> None:
        """Hold a pattern; it is compiled when first used."""
        self._source = pattern

    def plain(self) -> tuple[str, str | None, tuple[object, ...]]:
        """Return the pattern with what was worked out of it, to be kept."""
        return self._source, self.needed.pattern if self.needed else None, tuple(self.extent)

    @classmethod
    def of_plain(cls, plain: tuple[str, str | None, tuple[Any, ...]]) -> PatternFinder:
        """Return a pattern as it was kept."""
        source, needed, extent_of = plain
        made = cls(source)
        made.__dict__.update(needed=re.compile(needed) if needed else None, extent=Extent(*extent_of))
        return made

    @Once
    def _quick(self) -> re.Pattern[str] | None:
        """The pattern for the standard library, four times as fast, where nothing in it can repeat without end."""
        if self.extent.ways is None:
            return None
        try:
            return re.compile(self._source, re.IGNORECASE if CAPITAL.search(self._source) else 0)
        except re.error:  # a form that `regex` alone knows
            return None

    @Once
    def _pattern(self) -> regex.Pattern[str]:
        # The text is lower-case already; without the flag the search takes a third of the time.
        flags = regex.IGNORECASE if CAPITAL.search(self._source) else 0
        return regex.compile(self._source, flags)

    @Once
    def needed(self) -> re.Pattern[str] | None:
        """A class of characters of which one must stand in the text, if the pattern shows one."""
        return needed_characters(self._source)

    @Once
    def extent(self) -> Extent:
        """What its matches are like."""
        return extent(self._source)

    @Once
    def _joined(self) -> bool:
        """Whether every match lies within one piece of a page."""
        return self.extent.joined and self.extent.least >= PIECE

    def may_find(self, page: Page) -> bool:
        """Whether the pattern may have a match, by what is told at once."""
        if self._joined:
            return bool(self._pieces(page))
        folded, runs = page.folded[0], self.extent.pieces
        return (self.needed is None or self.needed.search(folded) is not None) and (
            runs is None or any(run in folded for run in runs)
        )

    def find(self, page: Page) -> list[Match]:
        """Return the pattern's matches, as code points of the page's text."""
        folded, origins = page.folded
        if not self.may_find(page):
            return []
        try:
            spans = self._in_pieces(page) if self._joined else list(self._spans(folded))
        except TimeoutError:
            return []
        return [_match(page, origins[low], origins[high - 1] + 1) for low, high in spans if low < high]

    def _spans(self, folded: str) -> Iterator[tuple[int, int]]:
        """Yield the matches in a text: around what they need, where no match reaches far."""
        if self.needed and self.extent.most and self._quick:
            for low, high in around(
                (found.start() for found in self.needed.finditer(folded)), self.extent.most
            ):
                yield from (match.span() for match in self._quick.finditer(folded, low, high))
        else:
            yield from self._search(folded)

    def _in_pieces(self, page: Page) -> list[tuple[int, int]]:
        """Return the matches of a pattern that no space fits, in the pieces of a text that may hold one."""
        text, starts, stood, _ = page.pieces
        numbers = self._pieces(page)
        lines = [text[starts[number] : starts[number + 1]] for number in numbers]
        begins = list(accumulate(map(len, lines), initial=0))
        found = []
        for low, high in self._search("".join(lines)):
            at = bisect_right(begins, low) - 1
            shift = stood[numbers[at]] - begins[at]
            found.append((low + shift, high + shift))
        return found

    def _pieces(self, page: Page) -> list[int]:
        """Return the numbers of the pieces that are long enough and hold what every match holds."""
        pieces, runs = page.pieces, self.extent.pieces
        starts = pieces.starts
        numbers = range(len(starts) - 1) if runs is None else pieces.with_any(runs)
        return [number for number in numbers if starts[number + 1] - starts[number] > self.extent.least]

    def _search(self, text: str) -> Iterable[tuple[int, int]]:
        if self._quick:
            return [match.span() for match in self._quick.finditer(text)]
        return [match.span() for match in self._pattern.finditer(text, timeout=SECONDS, concurrent=True)]


def _match(page: Page, start: int, end: int) -> Match:
    columns = page.columns
    first = bisect_right(columns.ends, start)
    return Match(start, end, first, max(first, bisect_left(columns.starts, end)))
