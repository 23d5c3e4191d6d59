"""Stems with a star: found by their first letters, then by length."""

from __future__ import annotations

from typing import Generic, TypeVar

_KEY = 3
_INNER_KEY = 5

Entry = TypeVar("Entry")


class Stems(Generic[Entry]):
    """Entries by the letters that a word begins with. For endings, hand in words and stems reversed."""

    def __init__(self) -> None:
        """Begin without stems."""
        self._stems: dict[str, list[Entry]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}  # by the first three letters, or by both of two

    def add(self, stem: str, entry: Entry) -> None:
        """Keep an entry under a stem."""
        self._stems.setdefault(stem, []).append(entry)
        key = stem[:_KEY]
        lengths = self._lengths.get(key, ())
        if len(stem) not in lengths:
            self._lengths[key] = (*lengths, len(stem))

    def may_begin(self, word: str) -> bool:
        """Whether a stem may fit the word, by its first letters."""
        return word[:_KEY] in self._lengths or word[: _KEY - 1] in self._stems

    def find(self, word: str, found: list[Entry]) -> None:
        """Add the entries whose stem the word begins with."""
        stems = self._stems
        for length in self._lengths.get(word[:_KEY], ()):
            if word[:length] in stems and length <= len(word):
                found += stems[word[:length]]
        if word[: _KEY - 1] in stems and len(word) >= _KEY:
            found += stems[word[: _KEY - 1]]


class Inners(Generic[Entry]):
    """Entries by letters that a word holds anywhere, five or more."""

    def __init__(self) -> None:
        """Begin without letters."""
        self._inners: dict[str, list[tuple[str, Entry]]] = {}

    def add(self, inner: str, entry: Entry) -> None:
        """Keep an entry under its letters."""
        self._inners.setdefault(inner[:_INNER_KEY], []).append((inner, entry))

    def may_hold(self, word: str) -> bool:
        """Whether the word is long enough to hold any of the letters."""
        return bool(self._inners) and len(word) >= _INNER_KEY

    def find(self, word: str, found: list[Entry]) -> None:
        """Add the entries whose letters the word holds; an entry may come more than once."""
        inners = self._inners
        if not inners:
            return
        for start in range(len(word) - _INNER_KEY + 1):
            key = word[start : start + _INNER_KEY]
            if key in inners:
                found += (entry for inner, entry in inners[key] if word.startswith(inner, start))
