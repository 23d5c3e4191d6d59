"""Misspelt words: a letter left out, or two that changed places. For lists that say nothing by themselves.

Every slip of every word is worked out beforehand, so that a text only looks its own words up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from postil.engine.match import Match
from postil.engine.packed import PackedTable, pack_table
from postil.engine.page import Page

_SWAPPED = 4  # letters of a word in which two may change places
_SHORTENED = 5  # letters of a word of which one may be left out
_SHORTEST = min(_SWAPPED, _SHORTENED - 1)  # letters of what a slip makes


_Slips = dict[str, tuple[str, ...]]
"""What a slip makes of words -> the lists that they belong to."""


class MisspeltWords:
    """The single words of all lists that forgive a slip, by what a slip makes of them."""

    def __init__(self) -> None:
        """Begin without words."""
        self._known: set[str] = set()
        self._slips: _Slips | PackedTable[tuple[str, ...]] = {}
        self._names: dict[tuple[str, ...], tuple[str, ...]] = {}  # each once, for all slips that share it

    def plain(self) -> Any:  # noqa: ANN401 - plain values, whatever they are
        """Return the words as plain values, to be kept."""
        slips = self._slips
        return self._known, pack_table(slips) if isinstance(slips, dict) else None

    @classmethod
    def of_plain(cls, plain: Any) -> MisspeltWords:  # noqa: ANN401 - as above
        """Return the words as they were kept, to be read alone."""
        made = cls()
        made._known, slips = plain
        made._slips = PackedTable(slips)
        return made

    def add(self, name: str, words: Iterable[str]) -> None:
        """Keep what a slip makes of each of a list's words that is long enough."""
        slips = self._slips
        if not isinstance(slips, dict):
            raise TypeError
        for word in words:
            if word.isalpha():
                self._known.add(word)
                for slip in _slips(word):
                    names = slips.get(slip, ())
                    if name not in names:
                        more = (*names, name)
                        slips[slip] = self._names.setdefault(more, more)

    def find(self, page: Page) -> dict[str, list[Match]]:
        """Return the misspelt words on a page, by the lists that they belong to."""
        found: dict[str, list[Match]] = {}
        slips = {
            word
            for word in page.words
            if len(word) >= _SHORTEST and word in self._slips and word not in self._known
        }
        if not slips:
            return found
        columns = page.columns
        for at, word in enumerate(columns.folds):
            if word in slips:
                match = Match(columns.starts[at], columns.ends[at], at, at + 1)
                for name in self._slips.get(word) or ():
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
