"""Patterns, the last resort of a term list: they see the folded text, and run for a bounded time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import regex

from postil.engine.extent import CAPITAL, Extent, around, around_words, extent
from postil.engine.match import Match, covering
from postil.engine.needed import class_of, needed_digits, needed_sets
from postil.engine.once import Once
from postil.engine.page import PIECE, Page

_PIECES = re.compile(rf"\S{{{PIECE},}}+")
SECONDS = 0.02
"""CPU time that one pattern may take on one page; beyond it the pattern finds nothing there."""


class PatternFinder:
    """One pattern, compiled when first needed."""

    def __init__(self, pattern: str) -> None:
        """Hold a pattern; it is compiled when first used."""
        self._source = pattern

    def plain(self) -> tuple[str, tuple[frozenset[str], ...], int, tuple[object, ...]]:
        """Return the pattern with what was worked out of it, to be kept."""
        return self._source, self.needed, self.digits, tuple(self.extent)

    @classmethod
    def of_plain(cls, plain: tuple[str, tuple[frozenset[str], ...], int, tuple[Any, ...]]) -> PatternFinder:
        """Return a pattern as it was kept."""
        source, needed, digits, extent_of = plain
        made = cls(source)
        made.__dict__.update(needed=needed, digits=digits, extent=Extent(*extent_of))
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
    def needed(self) -> tuple[frozenset[str], ...]:
        """Sets of characters, of each of which one must stand in the text; the rarest first."""
        return needed_sets(self._source)

    @Once
    def digits(self) -> int:
        """How many digits in a row must stand in the text."""
        return needed_digits(self._source)

    @Once
    def _rarest(self) -> re.Pattern[str]:
        """The class of the first of these sets."""
        return class_of(self.needed[0])

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
        if self.digits > page.digits.row or any(map(page.signs.isdisjoint, self.needed)):
            return False
        if self._joined:
            return bool(self._pieces(page))
        runs = self.extent.pieces
        return runs is None or any(map(page.latin.__contains__, runs))

    def find(self, page: Page) -> list[Match]:
        """Return the pattern's matches, as code points of the page's text."""
        try:
            spans = self._in_pieces(page) if self._joined else self._in_parts(page)
        except TimeoutError:
            return []
        origins = page.folded[1]
        return [
            covering(page.columns, origins[low], origins[high - 1] + 1) for low, high in spans if low < high
        ]

    def _in_parts(self, page: Page) -> list[tuple[int, int]]:
        """Return the matches in a text: around what they need, where no match reaches far."""
        if not self.may_find(page):
            return []
        folded, most, spaces = page.folded[0], self.extent.most, self.extent.spaces
        if not self.needed or (most is None and spaces is None):
            return self._search(folded)
        places = [found.start() for found in self._rarest.finditer(folded)]
        if most is not None:
            parts = list(around(places, most))
        else:
            parts = list(around_words(places, spaces or 0, page.gaps, len(folded)))
        return [span for low, high in parts for span in self._search(folded, low, high, SECONDS / len(parts))]

    def _in_pieces(self, page: Page) -> list[tuple[int, int]]:
        """Return the matches of a pattern that no space fits, in the pieces of a text that may hold one."""
        pieces = self._pieces(page)
        if not pieces or not self._search("\n".join(pieces)):
            return []
        folded, found = page.folded[0], []
        for start, end in _stretches(folded, pieces):
            found += self._search(folded, start, end)
        return found

    def _pieces(self, page: Page) -> list[str]:
        """Return the pieces that are long enough and hold what every match holds."""
        pieces, runs = page.pieces, self.extent.pieces
        some = pieces.lines if runs is None else pieces.with_any(runs)
        return [piece for piece in some if len(piece) >= self.extent.least]

    def _search(
        self, text: str, low: int = 0, high: int | None = None, seconds: float = SECONDS
    ) -> list[tuple[int, int]]:
        end = len(text) if high is None else high
        if self._quick:
            return [match.span() for match in self._quick.finditer(text, low, end)]
        found = self._pattern.finditer(text, low, end, timeout=seconds, concurrent=True)
        return [match.span() for match in found]


def _stretches(text: str, pieces: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield where some pieces of a text stand, in order; no space is in them."""
    known = frozenset(pieces)
    yield from (found.span() for found in _PIECES.finditer(text) if found[0] in known)
