"""Masked words: `1d10t`, `i d i o t`, `id*ot`, `id.iot`, `idiooot`. Only a list's own word is accepted.

A map of digits over a whole text would touch one post in fourteen (measured on 97,000): it is applied only
to pieces that mix letters with digits or signs.
"""
# ruff: noqa: RUF001 - masks are look-alikes

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from operator import sub
from typing import Any

from postil.engine import fold as folding
from postil.engine.match import Match, covering
from postil.engine.page import Page

_LEET = {
    "0": "o", "1": "il", "2": "z", "3": "e", "4": "a", "5": "s", "6": "g", "7": "t", "8": "b", "9": "g",
    "@": "a", "$": "s", "!": "i", "|": "il", "+": "t", "€": "e", "¡": "i", "£": "l",
}  # fmt: skip
_ANY = "*#%•●×_"
_MASKS = frozenset(_LEET) | frozenset(_ANY)
_SPACE = re.compile(r"\s")
_EDGES = ".,;:?\"'()[]{}<>…*_~#-&/"
_BETWEEN = re.compile(r"[.\-_·~]")
_SPACED = re.compile(r"(?<!\S)[^\W\d_](?:([ .\-_*·,/])[^\W\d_])(?:\1[^\W\d_])+(?![^\s.,;:!?…\"')])")
_SIGNS = re.escape("".join(sorted(_MASKS)))
_SUSPECT = re.compile(rf"[{_SIGNS}.\-·~]")
_ENDING = "!|.-·~_"  # after a word these are mostly punctuation: a mask only if the word goes on
_THRICE = re.compile(r"([^\W\d_])\1\1")
_LINK = re.compile(r"://|^www\.|^@|[^\W_]@[^\W_]+\.")
_ALONE = "aiu"  # letters that are words, too
_RUN = 3  # single letters that may spell a word
_LEAST = 3  # letters of a word worth masking
_STEM = 4  # letters of a stem that may take an ending


_Owners = dict[str, frozenset[str]]
"""A word or a stem -> the lists that it belongs to; sets that are equal are the same."""
_NOBODY = frozenset[str]()


class MaskedWords:
    """The single words of all masked lists, and their stems with a star, ready to be seen through a mask."""

    def __init__(
        self,
        words: _Owners | None = None,
        stems: _Owners | None = None,
        by_first: dict[tuple[str, int], list[str]] | None = None,
        begun: dict[str, list[str]] | None = None,
        squeezed: dict[str, list[str]] | None = None,
    ) -> None:
        """Begin without words, or with what `plain` gave."""
        self._words: _Owners = words or {}
        self._stems: _Owners = stems or {}
        self._by_first = by_first or {}  # by the letters that a word begins with, and how many it has
        self._begun = begun or {}  # the stems by the same letters
        self._squeezed = squeezed or {}  # words with a double letter, by what is left without
        self._sets: dict[frozenset[str], frozenset[str]] = {}

    def plain(self) -> tuple[dict[Any, Any], ...]:
        """Return the words as plain values, to be kept."""
        return self._words, self._stems, self._by_first, self._begun, self._squeezed

    def add(self, name: str, words: Iterable[str], stems: Iterable[str]) -> None:
        """Keep a list's words and stems that are long enough to be told through a mask."""
        for table, least, given in ((self._words, _LEAST, words), (self._stems, _STEM, stems)):
            for word in sorted(given):
                if not word.isalpha() or len(word) < least:
                    continue
                if word not in self._words and word not in self._stems:
                    for key in (word[:1], word[:2]):
                        self._by_first.setdefault((key, len(word)), []).append(word)
                    if (squeezed := _squeeze(word)) != word:
                        self._squeezed.setdefault(squeezed, []).append(word)
                if table is self._stems and word not in table:
                    for key in (word[:1], word[:2]):
                        self._begun.setdefault(key, []).append(word)
                owners = table.get(word, _NOBODY) | {name}
                table[word] = self._sets.setdefault(owners, owners)

    def find(self, page: Page) -> dict[str, list[Match]]:
        """Return the masked words on a page, by the lists that they belong to."""
        if not self._by_first:
            return {}
        found: dict[str, list[Match]] = {}
        for start, piece in _pieces(page):
            for word in (piece, piece.rstrip("!|")):
                owners = self._owners(word) if len(word) >= _LEAST else _NOBODY
                for name in owners:
                    found.setdefault(name, []).append(covering(page.columns, start, start + len(word)))
                if owners:
                    break
        for start, letters, end in _spaced(page):
            # "I h a t e": the first letter may be a word of its own.
            bare = letters[0] in _ALONE and letters not in self._words
            for name in self._words.get(letters[1:] if bare else letters, ()):
                found.setdefault(name, []).append(covering(page.columns, start + 2 * bare, end))
        return found

    def _owners(self, word: str) -> AbstractSet[str]:
        """Return the lists that know what a piece stands for."""
        if word.isalpha():
            return self._stretched(folding.fold(word)) if _THRICE.search(word) else _NOBODY
        bare = _BETWEEN.sub("", word)
        if (
            bare != word
            and bare.isalpha()
            and len(bare) > _LEAST
            and (owners := self._words.get(folding.fold(bare)))
        ):
            return owners
        if _MASKS.isdisjoint(word) or not any(map(str.isalpha, word)):
            return _NOBODY
        second = "" if word[1] in _MASKS else word[1]
        begins = [first + second for first in _LEET.get(word[0], word[0])]
        known = [one for begin in begins for one in self._by_first.get((begin, len(word)), ())]
        known += [one for begin in begins for one in self._begun.get(begin, ())]
        return {name for one in known if _fits(word, one) for name in self._owned(word, one)}

    def _owned(self, word: str, known: str) -> Iterable[str]:
        if len(word) == len(known):
            yield from self._words.get(known, ())
        ending = word[len(known) :]
        if not ending or ending.isalpha():
            yield from self._stems.get(known, ())

    def _stretched(self, word: str) -> set[str]:
        runs, squeezed = _runs(word), _squeeze(word)
        return {
            name
            for known in (squeezed, *self._squeezed.get(squeezed, ()))
            if all(len(long) >= len(short) for long, short in zip(runs, _runs(known), strict=True))
            for name in (*self._words.get(known, ()), *self._stems.get(known, ()))
        }


def _fits(word: str, known: str) -> bool:
    """Whether `word` begins as `known`, sign by letter: one mask at least, and half the letters bare."""
    if len(word) < len(known):
        return False
    bare = 0
    for char, letter in zip(word, known, strict=False):
        if char == letter:
            bare += 1
        elif letter not in _LEET.get(char, "") and char not in _ANY:
            return False
    return 0 < bare < len(known) and bare * 2 >= len(known) - 1


def _pieces(page: Page) -> list[tuple[int, str]]:
    """Return the pieces that may be masked words, edges stripped, with where they start."""
    text = page.scanned.lower()
    if len(text) != len(page.text):  # İ, once in a million posts
        return []
    found = []
    end = 0
    for place in _suspects(text):
        if place < end:
            continue
        start = place
        while start and not text[start - 1].isspace():
            start -= 1
        after = _SPACE.search(text, place)
        end = after.start() if after else len(text)
        whole = text[start:end]
        piece = whole.strip(_EDGES)
        if piece and piece[0] != "!" and not _LINK.search(whole):
            found.append((start + whole.index(piece), piece))
    return found


def _suspects(text: str) -> list[int]:
    """Return where a mask may be: a sign beside a letter, or the same letter three times."""
    last = len(text) - 1
    places = [
        place
        for found in _SUSPECT.finditer(text)
        if (place := found.start()) < last
        and (
            text[place + 1].isalnum()
            if found[0] in _ENDING
            else text[place + 1].isalnum() or text[place - 1].isalpha()
        )
    ]
    if any(char * 3 in text for char in set(text) if char.isalpha()):
        places = sorted([*places, *(found.start() for found in _THRICE.finditer(text))])
    return places


def _spaced(page: Page) -> list[tuple[int, str, int]]:
    """Return the runs of single letters: where they start, what they spell, where they end."""
    lengths = map(sub, page.columns.ends, page.columns.starts)
    single = [place for place, length in enumerate(lengths) if length == 1]
    if not any(third - first == _RUN - 1 for first, third in zip(single, single[_RUN - 1 :], strict=False)):
        return []
    text = page.scanned.lower()
    return [(match.start(), folding.fold(match[0][::2]), match.end()) for match in _SPACED.finditer(text)]


def _squeeze(word: str) -> str:
    return "".join(run[0] for run in _runs(word))


def _runs(word: str) -> list[str]:
    return [match[0] for match in re.finditer(r"(.)\1*", word)]
