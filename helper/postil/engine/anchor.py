"""Anchors: the step of a row that turns up least often in ordinary text. Derived, never written by authors.

The rates are rough shares of all tokens; only their order matters, and only for speed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from postil.engine.step import Element, Row, Step

_COMMON = 0.01  # a function word
_SHORT = 0.002  # a word of three letters or fewer
_WORD = 0.0003
_STEM = 0.001
_SHORT_STEM = 0.004
_ENDING = 0.003
_UNKNOWN = 0.001  # a list of which nothing is known yet
_SLOTS = {"n": 0.02, "Name": 0.06, "@": 0.01, "#": 0.02, "url": 0.01, "emoji": 0.02}
_FEW_LETTERS = 3
_LONG_STEM = 5
_FURTHER = 0.2  # how much rarer each further step makes a row


class Rates(NamedTuple):
    """What is known of how often things turn up: the words that are common, and the rates of lists."""

    common: frozenset[str]
    lists: Mapping[str, float]

    def weigh(self, row: Row) -> tuple[int, float]:
        """Return the place of the row's rarest step, the first of equals, and how often the row turns up."""
        rates = list(map(self._of, row))
        least = min(rates)
        return rates.index(least), least * _FURTHER ** (len(row) - 1)

    def rarest_first(self, choices: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
        """Return choices of words, the ones that turn up least often first."""
        return tuple(sorted(choices, key=lambda words: sum(map(self.of_word, words))))

    def _of(self, element: Element) -> float:
        if isinstance(element, str):
            return self.of_word(element)
        if isinstance(element, int):
            return 1.0
        return (
            _of_step(element) + sum(map(self.of_word, element.words)) + sum(map(self._of_list, element.refs))
        )

    def of_word(self, word: str) -> float:
        """Return how often a word turns up."""
        if word in self.common:
            return _COMMON
        return _SHORT if len(word) <= _FEW_LETTERS else _WORD

    def _of_list(self, name: str) -> float:
        return self.lists.get(name, _UNKNOWN)


def _of_step(step: Step) -> float:
    stems = sum(_STEM if len(stem) >= _LONG_STEM else _SHORT_STEM for stem in step.prefixes)
    endings = _ENDING * len(step.suffixes + step.infixes)
    return stems + endings + sum(_SLOTS[slot] for slot in step.slots) + _WORD * len(step.hosts)
