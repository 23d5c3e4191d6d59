"""Anchors: the step of a row that turns up least often in ordinary text. Derived, never written by authors.

The rates are rough shares of all tokens; only their order matters, and only for speed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from postil.engine.step import Element, Row, Step

_COMMON = 0.01  # a function word
_SHORT = 0.0005
_WORD = 0.00005
_STEM = 0.0002
_SHORT_STEM = 0.001
_ENDING = 0.001
_UNKNOWN = 0.001  # a list of which nothing is known yet
_SLOTS = {"n": 0.02, "Name": 0.06, "@": 0.01, "#": 0.02, "url": 0.01, "emoji": 0.02}
_FEW_LETTERS = 3
_LONG_STEM = 5
_FURTHER = 0.2  # how much rarer each further step makes a row


class _Words(dict[str, float]):
    """The rates of words; those that are not common go by their length."""

    def __missing__(self, word: str) -> float:
        rate = _SHORT if len(word) <= _FEW_LETTERS else _WORD
        self[word] = rate
        return rate


class Rates:
    """What is known of how often things turn up: the words that are common, and the rates of lists."""

    __slots__ = ("_lists", "_sums", "_words")

    def __init__(self, common: Iterable[str], lists: Mapping[str, float]) -> None:
        """Know the `common` words; `lists` may learn more later."""
        self._words = _Words.fromkeys(common, _COMMON)
        self._lists = lists
        self._sums: dict[frozenset[str], float] = {}  # many rows share their steps

    def weigh(self, row: Row) -> tuple[int, float]:
        """Return the place of the row's rarest step, the first of equals, and how often the row turns up."""
        if len(row) == 1:
            return 0, self._of(row[0])
        words = self._words
        rates = [words[element] if isinstance(element, str) else self._of(element) for element in row]
        least = min(rates)
        return rates.index(least), least * _FURTHER ** (len(row) - 1)

    def rarest_first(self, choices: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
        """Return choices of words, the ones that turn up least often first."""
        return tuple(sorted(choices, key=self.of_words))

    def _of(self, element: Element) -> float:
        if isinstance(element, str):
            return self._words[element]
        if isinstance(element, int):
            return 1.0
        words = self.of_words(element.words)
        if element.is_words:
            return words
        return _of_step(element) + words + sum(map(self._of_list, element.refs))

    def of_words(self, words: frozenset[str]) -> float:
        """Return how often one of some words turns up."""
        if len(words) == 1:
            (word,) = words
            return self._words[word]
        rate = self._sums.get(words)
        if rate is None:
            rate = self._sums[words] = sum(map(self._words.__getitem__, words))
        return rate

    def _of_list(self, name: str) -> float:
        return self._lists.get(name, _UNKNOWN)


def _of_step(step: Step) -> float:
    stems = sum(_STEM if len(stem) >= _LONG_STEM else _SHORT_STEM for stem in step.prefixes)
    endings = _ENDING * len(step.suffixes + step.infixes)
    return stems + endings + sum(_SLOTS[slot] for slot in step.slots) + _WORD * len(step.hosts)
