"""Misspelt words: a letter left out, or two that changed places. For lists that say nothing by themselves.

Every slip of every word is worked out beforehand, so that a text only looks its own words up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from postil.engine.match import Match
from postil.engine.page import Page

_SWAPPED = 4  # letters of a word in which two may change places
_SHORTENED = 5  # letters of a word of which one may be left out


_Slips = dict[str, tuple[str, ...]]
"""What a slip makes of words -> the lists that they belong to."""


class MisspeltWords:
    """The single words of all lists that forgive a slip, by what a slip makes of them."""

    def __init__(self, known: set[str] | None = None, slips: _Slips | None = None) -> None:
        """Begin without words, or with what `plain` gave."""
        self._known: set[str] = known or set()
        self._slips: _Slips = slips or {}

        self._names: dict[tuple[str, ...], tuple[str, ...]] = {}  # each once, for all slips that share it

    def plain(self) -> tuple[set[str], _Slips]:
        """Return the words as plain values, to be kept."""
        return self._known, self._slips

    def add(self, name: str, words: Iterable[str]) -> None:
        """Keep what a slip makes of each of a list's words that is long enough."""
        for word in words:
            if word.isalpha():
                self._known.add(word)
                for slip in _slips(word):
                    names = self._slips.get(slip, ())
                    if name not in names:
                        more = (*names, name)
                        self._slips[slip] = self._names.setdefault(more, more)

    def find(self, page: Page) -> dict[str, list[Match]]:
        """Return the misspelt words on a page, by the lists that they belong to."""
        found: dict[str, list[Match]] = {}
        if self._slips.keys().isdisjoint(page.words):
            return found
        columns = page.columns
        for at, word in enumerate(columns.folds):
            if word in self._slips and word not in self._known:
                match = Match(columns.starts[at], columns.ends[at], at, at + 1)
                for name in self._slips[word]:
                    found.setdefault(name, []).append(match)
        return found


def _slips(word: str) -> Iterator[str]:
    """Yield a word with two letters changed, and with one left out; the first is never left out."""
    if len(word) >= _SWAPPED:
        for at, (one, next_one) in enumerate(pairwise(word)):
            if one != next_one:
                yield word[:at] + next_one + one + word[at + 2 :]
    if len(word) >= _SHORTENED:
        for at in range(1, len(word)):
            yield word[:at] + word[at + 1 :]
