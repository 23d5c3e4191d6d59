"""Tables as they are kept: keys in packed texts, numbers in arrays, rows as bytes until one is asked for.

`marshal` writes plain values alone and is read ten times as fast as anything that checks what it reads; so whoever
hands in what was kept answers for it: `rulebook.kept` takes it from files of this account that are whole.
"""

from __future__ import annotations

import marshal
import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any, Final

from postil.engine.bundle import Cue
from postil.engine.entry import Raw, is_told, words_alone
from postil.engine.lately import Lately
from postil.engine.packed import PackedWords, pack
from postil.engine.rows import Rows
from postil.engine.step import Element, Step

_NUMBERS: Final = "I"
_FEW: Final = "H"
_MOST = 1 << 16  # numbers that `_FEW` can tell apart
_OFFSETS: Final = "b"
_AT, _PLACE = 10, 18  # bits before a row's anchor and its list's place; before them its language and its ends
_TOLD, _FREE = -128, -127  # instead of a guard's offset: the anchor tells all; there is no guard
_NONE = -1
_KNOWN = 1_500
"""Elements that are kept of those made; an entry holds its own."""
Plain = Any
"""Texts, numbers, bytes, and tuples, sets and dicts of these."""


class FrozenTable:
    """Keys, and the numbers under each; it is read, never written."""

    def __init__(self, plain: Plain) -> None:
        """Take a table as `freeze_table` gave it."""
        keys, starts, numbers = plain
        self._keys = PackedWords(keys)
        self._starts, self._numbers = memoryview(starts).cast(_NUMBERS), memoryview(numbers).cast(_NUMBERS)

    def get(self, key: str, default: tuple[()] = ()) -> Sequence[int]:
        """Return the numbers under a key."""
        place = self._keys.place(key)
        return default if place is None else self._numbers[self._starts[place] : self._starts[place + 1]]

    def __getitem__(self, key: str) -> Sequence[int]:
        """Return the numbers under a key that is there."""
        return self.get(key)

    def __contains__(self, key: str) -> bool:
        """Whether numbers stand under a key."""
        return key in self._keys


def freeze_table(table: Mapping[str, Iterable[int]]) -> Plain:
    """Return a table as it is kept. No key holds a line's end: none is made of more than one token."""
    keys = pack(table)
    under = [list(table[key]) for key in PackedWords(keys)]
    starts = array(_NUMBERS, accumulate(map(len, under), initial=0))
    every = array(_NUMBERS, [number for numbers in under for number in numbers])
    return keys, starts.tobytes(), every.tobytes()


class FrozenRows(Rows):
    """Rows as numbers: of each one that holds what is told of it, and one an element. An element is kept once."""

    def thaw(self, plain: Plain) -> None:
        """Take rows as `freeze_rows` gave them."""
        *numbers, row, offsets, choices, self._bytes, self._doubts = plain
        self._told, self._starts, self._elements = (memoryview(one).cast(_NUMBERS) for one in numbers)
        self._row = memoryview(row).cast(_FEW if len(self._elements) <= _MOST else _NUMBERS)
        self._offsets, self._choices = (memoryview(one).cast(_OFFSETS) for one in (offsets, choices))
        self._known = Lately[int, Element](_KNOWN)

    def __len__(self) -> int:
        """Count the rows."""
        return len(self._starts) - 1

    def raw(self, number: int) -> Raw:
        """Return a row as it was added."""
        told = self._told[number]
        row = self._row[self._starts[number] : self._starts[number + 1]]
        place, at, starts, ends, doubt = (
            told >> _PLACE,
            told >> _AT & 0xFF,
            told >> 1 & 1,
            told & 1,
            told >> 2 & 0xFF,
        )
        return place, tuple(map(self._element, row)), at, bool(starts), bool(ends), self._doubts[doubt]

    def told(self, number: int) -> int | None:
        """Return the bit of the list of which a row's anchor is a match wherever it stands, `None` for other rows."""
        if self._offsets[number] != _TOLD:
            return None
        place: int = self._told[number] >> _PLACE
        return 1 << place

    def cue(self, number: int) -> Cue:
        """Return what is known of a row before it is asked about."""
        offset, choice, first = self._offsets[number], self._choices[number], self._starts[number]
        words = None if choice == _NONE else self._words(self._row[first + choice])
        if offset == _FREE:
            return Cue(number, 0, None, words)
        at = self._told[number] >> _AT & 0xFF
        return Cue(number, offset, self._words(self._row[first + at + offset]), words)

    def _words(self, number: int) -> frozenset[str] | None:
        return words_alone(self._element(number))

    def _element(self, number: int) -> Element:
        element = self._known.get(number)
        if element is None:
            kept = marshal.loads(self._bytes[self._elements[number] : self._elements[number + 1]])  # noqa: S302  # as above
            element = self._known.keep(number, Step(*kept) if isinstance(kept, tuple) else kept)
        return element


def freeze_rows(rows: Rows) -> Plain:
    """Return rows as they are kept, with where their cues are; apart from them their elements and their doubts."""
    told, numbers, starts = array(_NUMBERS), array(_NUMBERS), array(_NUMBERS, (0,))
    offsets, choices = array(_OFFSETS), array(_OFFSETS)
    elements: dict[Element, int] = {}
    doubts: dict[str | None, int] = {}
    for number in range(len(rows)):
        raw = rows.raw(number)
        place, row, at, begins, ends, doubt = raw
        language = doubts.setdefault(doubt, len(doubts))
        told.append(place << _PLACE | at << _AT | language << 2 | begins << 1 | ends)
        numbers.extend([elements.setdefault(element, len(elements)) for element in row])
        starts.append(len(numbers))
        offset, guard, choice = (_TOLD, 0, None) if is_told(raw) else rows.places(number)
        offsets.append(_FREE if guard is None else offset)
        choices.append(_NONE if choice is None else choice)
    kept = [marshal.dumps(_interned(one)) for one in elements]
    places = array(_NUMBERS, accumulate(map(len, kept), initial=0))
    if len(places) <= _MOST:
        numbers = array(_FEW, numbers)
    numbered = (one.tobytes() for one in (told, starts, places, numbers, offsets, choices))
    return *numbered, b"".join(kept), tuple(doubts)


def _interned(element: Element) -> Plain:
    """Return an element as plain values, its words such as `marshal` reads but once: most stand in many elements."""
    if isinstance(element, str):
        return sys.intern(element)
    if isinstance(element, Step):
        return tuple(type(part)(map(sys.intern, part)) for part in element)
    return element
