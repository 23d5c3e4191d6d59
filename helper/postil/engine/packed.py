"""Packed words: tens of thousands of them in a few texts, where a dict would take a hundred bytes for each.

A word's checksum says in which text it stands, between line ends; counting these tells its place. Asking takes 0.3
microseconds, five times as long as a dict: for tables that a page is asked about once a word.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")

_APART = "\n"
_MANY = 12  # words a text, about
_NUMBERS = "I"

Plain = tuple[tuple[str, ...], bytes]
"""The texts, and the place of the first word of each."""


class PackedWords:
    """Words in an order of their own: each has a place in it, counted from 0."""

    __slots__ = ("_firsts", "_last", "_texts")

    def __init__(self, plain: Plain) -> None:
        """Take words as `pack` gave them."""
        self._texts, firsts = plain
        self._firsts = array(_NUMBERS, firsts)
        self._last = len(self._texts) - 1

    def place(self, word: str) -> int | None:
        """Return the place of a word, `None` where it is none of these."""
        number = zlib.crc32(word.encode("utf-8", "surrogatepass")) & self._last
        text = self._texts[number]
        at = text.find(f"\n{word}\n")
        return None if at < 0 else self._firsts[number] + text.count(_APART, 0, at)

    def __contains__(self, word: object) -> bool:
        """Whether a word is one of these."""
        return (
            isinstance(word, str)
            and f"\n{word}\n" in self._texts[zlib.crc32(word.encode("utf-8", "surrogatepass")) & self._last]
        )

    def __len__(self) -> int:
        """Count the words."""
        return self._firsts[-1]

    def __iter__(self) -> Iterator[str]:
        """Yield the words by their places."""
        for text in self._texts:
            yield from text[1:-1].split(_APART) if text else ()


class PackedTable(Generic[T]):
    """Words, each with one of few values."""

    __slots__ = ("_picks", "_values", "_words")

    def __init__(self, plain: tuple[Plain, bytes, tuple[T, ...]]) -> None:
        """Take a table as `pack_table` gave it."""
        words, picks, self._values = plain
        self._words = PackedWords(words)
        self._picks = array(_NUMBERS, picks)

    def __contains__(self, word: str) -> bool:
        """Whether a word is here."""
        return word in self._words

    def get(self, word: str) -> T | None:
        """Return the value of a word, `None` where it is none of these."""
        place = self._words.place(word)
        return None if place is None else self._values[self._picks[place]]


def pack_table(table: Mapping[str, T]) -> tuple[Plain, bytes, tuple[T, ...]]:
    """Return a table as it is kept. Its values can be hashed."""
    words = pack(table)
    values: dict[T, int] = {}
    picks = array(_NUMBERS, [values.setdefault(table[word], len(values)) for word in PackedWords(words)])
    return words, picks.tobytes(), tuple(values)


def pack(words: Iterable[str]) -> Plain:
    """Return words as they are kept, each once. None is empty or holds a line's end."""
    every = sorted(set(words))
    texts: list[list[str]] = [[] for _ in range(1 << max(len(every) // _MANY, 1).bit_length())]
    for word in every:
        texts[zlib.crc32(word.encode("utf-8", "surrogatepass")) & len(texts) - 1].append(word)
    firsts = array(_NUMBERS, accumulate(map(len, texts), initial=0))
    joined = (_APART + _APART.join(some) + _APART if some else "" for some in texts)
    return tuple(joined), firsts.tobytes()
