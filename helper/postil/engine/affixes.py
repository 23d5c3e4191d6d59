"""Stems with a star: found by their first letters, then by length. Rows are told by their numbers."""

from __future__ import annotations

_KEY = 3
_INNER_KEY = 5


class Stems:
    """Rows by the letters that a word begins with. For endings, hand in words and stems reversed."""

    def __init__(self) -> None:
        """Begin without stems."""
        self.stems: dict[str, list[int]] = {}
        self.lengths: dict[str, tuple[int, ...]] = {}  # by the first three letters, or by both of two

    def add(self, stem: str, row: int) -> None:
        """Keep a row under a stem."""
        self.stems.setdefault(stem, []).append(row)
        key = stem[:_KEY]
        lengths = self.lengths.get(key, ())
        if len(stem) not in lengths:
            self.lengths[key] = (*lengths, len(stem))

    def find(self, word: str, found: list[int]) -> None:
        """Add the rows whose stem the word begins with."""
        stems = self.stems
        for length in self.lengths.get(word[:_KEY], ()):
            if length <= len(word) and word[:length] in stems:
                found += stems[word[:length]]
        if word[: _KEY - 1] in stems and len(word) >= _KEY:
            found += stems[word[: _KEY - 1]]


class Inners:
    """Rows by letters that a word holds anywhere, five or more."""

    def __init__(self) -> None:
        """Begin without letters."""
        self.inners: dict[str, list[int]] = {}
        self.begun: dict[str, tuple[str, ...]] = {}  # by their first five

    def add(self, inner: str, row: int) -> None:
        """Keep a row under its letters."""
        self.inners.setdefault(inner, []).append(row)
        key = inner[:_INNER_KEY]
        begun = self.begun.get(key, ())
        if inner not in begun:
            self.begun[key] = (*begun, inner)

    def find(self, word: str, found: list[int]) -> None:
        """Add the rows whose letters the word holds; a row may come more than once."""
        begun = self.begun
        if not begun:
            return
        for start in range(len(word) - _INNER_KEY + 1):
            for inner in begun.get(word[start : start + _INNER_KEY], ()):
                if word.startswith(inner, start):
                    found += self.inners[inner]
