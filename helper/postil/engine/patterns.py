"""Patterns, the last resort of a term list: they see the folded text, and run for a bounded time."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

import regex

from postil.engine.match import Match
from postil.engine.needed import needed_characters
from postil.engine.once import Once
from postil.engine.page import Page

_CAPITAL = regex.compile(r"(?<!\\)(?:\\\\)*\K[A-Z]")
_ESCAPED = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]")  # an escaped sign, or a class of characters
_REPEATS = re.compile(r"[*+]|\{\d*,")
_OPTIONAL = re.compile(r"(?<!\()\?")
_CHOICES = 10  # what may or may not stand there, before two to that power is too much
SECONDS = 0.02
"""CPU time that one pattern may take on one page; beyond it the pattern finds nothing there."""


class PatternFinder:
    """One pattern, compiled when first needed."""

    def __init__(self, pattern: str) -> None:
        """Hold a pattern; it is compiled when first used."""
        self._source = pattern

    @Once
    def _quick(self) -> re.Pattern[str] | None:
        """The pattern for the standard library, four times as fast, where nothing in it can repeat without end."""
        bare = _ESCAPED.sub("x", self._source)
        if _REPEATS.search(bare) or len(_OPTIONAL.findall(bare)) > _CHOICES:
            return None
        try:
            return re.compile(self._source, re.IGNORECASE if _CAPITAL.search(self._source) else 0)
        except re.error:  # a form that `regex` alone knows
            return None

    @Once
    def _pattern(self) -> regex.Pattern[str]:
        # The text is lower-case already; without the flag the search takes a third of the time.
        flags = regex.IGNORECASE if _CAPITAL.search(self._source) else 0
        return regex.compile(self._source, flags)

    @Once
    def needed(self) -> re.Pattern[str] | None:
        """A class of characters of which one must stand in the text, if the pattern shows one."""
        return needed_characters(self._source)

    def find(self, page: Page) -> list[Match]:
        """Return the pattern's matches, as code points of the page's text."""
        folded, origins = page.folded
        if self.needed and not self.needed.search(folded):
            return []
        try:
            spans = self._spans(folded)
        except TimeoutError:
            return []
        return [_match(page, origins[low], origins[high - 1] + 1) for low, high in spans if low < high]

    def _spans(self, folded: str) -> list[tuple[int, int]]:
        if self._quick:
            return [match.span() for match in self._quick.finditer(folded)]
        return [match.span() for match in self._pattern.finditer(folded, timeout=SECONDS, concurrent=True)]


def _match(page: Page, start: int, end: int) -> Match:
    columns = page.columns
    first = bisect_right(columns.ends, start)
    return Match(start, end, first, max(first, bisect_left(columns.starts, end)))
