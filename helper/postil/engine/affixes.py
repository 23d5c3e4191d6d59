"""Stems with a star: found by their first or last three letters, then by length."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

_KEY = 3
_INNER_KEY = 5

Entry = TypeVar("Entry")


class Stems(Generic[Entry]):
    """Entries by the letters that a word begins with. For endings, hand in words and stems reversed."""

    def __init__(self) -> None:
        """Begin without stems."""
        self._stems: dict[str, list[Entry]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}

    def add(self, stem: str, entry: Entry) -> None:
        """Keep an entry under a stem."""
        self._stems.setdefault(stem, []).append(entry)
        key = stem[:_KEY]
        lengths = self._lengths.get(key, ())
        if len(stem) not in lengths:
            self._lengths[key] = (*lengths, len(stem))

    def find(self, word: str) -> Iterator[Entry]:
        """Yield the entries whose stem the word begins with."""
        for key in (word[:_KEY], word[: _KEY - 1]):
            for length in self._lengths.get(key, ()):
                if len(word) >= length and (len(key) == _KEY or length < _KEY):
                    yield from self._stems.get(word[:length], ())
            if len(word) < _KEY:
                return


class Inners(Generic[Entry]):
    """Entries by letters that a word holds anywhere, five or more."""

    def __init__(self) -> None:
        """Begin without letters."""
        self._inners: dict[str, list[tuple[str, Entry]]] = {}

    def add(self, inner: str, entry: Entry) -> None:
        """Keep an entry under its letters."""
        self._inners.setdefault(inner[:_INNER_KEY], []).append((inner, entry))

    def find(self, word: str) -> Iterator[Entry]:
        """Yield the entries whose letters the word holds; an entry may come more than once."""
        if not self._inners:
            return
        for start in range(len(word) - _INNER_KEY + 1):
            for inner, entry in self._inners.get(word[start : start + _INNER_KEY], ()):
                if word.startswith(inner, start):
                    yield entry
