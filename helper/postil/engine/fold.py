"""Folding: three views of a text. `plain` and `scan` keep its length, `fold` does not.

Every table is filled as characters turn up, one code point at a time: no accent, width or look-alike
depends on its neighbours once marks are dropped, so composed and decomposed text fold alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from postil.engine.lookalikes import APOSTROPHES, DASHES, LOOKALIKES, QUOTES, STYLED

INVISIBLE = frozenset(
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u200b\u200c\u200d\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2065\u2066\u2067\u2068\u2069"
    "\u206a\u206b\u206c\u206d\u206e\u206f\u20e3\u3164\ufeff\uffa0\ufff9\ufffa\ufffb"
) | frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0000, 0xE0080), *range(0xE0100, 0xE01F0))))
"""Characters that take no room: joiners, variation selectors, soft hyphens, direction marks, tags."""

MARK = "ˑ"
"""Stands for a combining mark in `scan`: a letter in the eyes of `re`, as the mark itself is not."""

_KEPT = 20_000  # characters that a table remembers: more than people use, less than a text could hold
_SAME_LENGTH = dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(QUOTES, '"') | dict.fromkeys(DASHES, "-")
_LINE_ENDS = "\u0085\u2028\u2029"


class _Table(dict[int, str]):
    """A table for `str.translate` that works out what it has not met yet."""

    def __init__(self, work: Callable[[str], str]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, code: int) -> str:
        image = self._work(chr(code))
        if len(self) < _KEPT:
            self[code] = image
        return image


def _one(char: str) -> str:
    """Return the one character that `char` stands for, with its case and accent kept."""
    if char.isascii():
        return char
    if char in _SAME_LENGTH:
        return _SAME_LENGTH[char]
    if char in STYLED:
        return STYLED[char]
    if char in _LINE_ENDS:
        return "\n"
    image = unicodedata.normalize("NFKC", char)
    if len(image) != 1:
        return char
    return " " if image.isspace() and image not in "\t\n\r" else _SAME_LENGTH.get(image, image)


def _plain_one(char: str) -> str:
    return " " if char in INVISIBLE else _one(char)


def _scan_one(char: str) -> str:
    if char in INVISIBLE:
        return char
    return MARK if unicodedata.category(char)[0] == "M" else _one(char)


def _fold_one(char: str) -> str:
    if char in INVISIBLE or char == MARK:
        return ""
    letters = unicodedata.normalize("NFKD", _one(char)).lower()
    return "".join(
        LOOKALIKES.get(letter, letter)
        for part in letters
        for letter in unicodedata.normalize("NFD", _SAME_LENGTH.get(part, part))
        if unicodedata.category(letter)[0] != "M"
    )


_PLAIN, _SCAN, _FOLD = _Table(_plain_one), _Table(_scan_one), _Table(_fold_one)


_OTHERS = re.compile(r"[^\x00-\x7f]")
_FEW = 16  # characters that are sooner changed one by one


def _through(text: str, table: _Table) -> str:
    """Return a text with each character beyond ASCII as a table has it, and perhaps those of ASCII."""
    others = set(_OTHERS.findall(text))
    if len(others) > _FEW:
        return text.translate(table)
    changed = {char: image for char in others if (image := table[ord(char)]) != char}
    if not all(map(str.isascii, changed.values())):
        return text.translate(table)
    for char, image in changed.items():
        text = text.replace(char, image)
    return text


def plain(text: str) -> str:
    """Return `text` at the same length, for entities: width and quotes folded, invisibles as spaces."""
    return text if text.isascii() else _through(text, _PLAIN)


def scan(text: str) -> str:
    """Return `text` at the same length, for tokens: as `plain`, but invisibles and marks still tell."""
    return text if text.isascii() else _through(text, _SCAN)


def fold(text: str) -> str:
    """Return `text` lower-case, without accents, look-alikes and invisibles. The length may change."""
    return text.lower() if text.isascii() else _through(text, _FOLD).lower()


def fold_with_origins(text: str) -> tuple[str, Sequence[int]]:
    """Return the folded text and, for each of its characters, the code point of `text` that it came from."""
    if text.isascii():
        return text.lower(), range(len(text))
    folded = fold(text)
    growing = {
        char: len(_FOLD[ord(char)]) for char in set(_OTHERS.findall(text)) if len(_FOLD[ord(char)]) != 1
    }
    if not growing:
        return folded, range(len(text))
    origins: list[int] = []
    start = 0
    for found in re.finditer(f"[{re.escape(''.join(growing))}]", text):
        at = found.start()
        origins += range(start, at)
        origins += [at] * growing[found[0]]
        start = at + 1
    return folded, [*origins, *range(start, len(text))]
