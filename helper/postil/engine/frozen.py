"""Tables as they are kept: keys in one text, numbers in arrays, rows as bytes until one is asked for.

`marshal` writes plain values alone and is read ten times as fast as anything that checks what it reads; so whoever
hands in what was kept answers for it: `rulebook.kept` takes it from files of this account that are whole.
"""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any

from postil.engine.entry import Raw
from postil.engine.rows import Rows
from postil.engine.step import Element, Step

_NUMBERS = "I"
_AT, _PLACE = 10, 18  # bits before a row's anchor and its list's place; before them its language and its ends
_APART = "\n"
Plain = Any
"""Texts, numbers, bytes, and tuples, sets and dicts of these."""


class FrozenTable:
    """Keys, and the numbers under each; it is read, never written."""

    def __init__(self, plain: Plain) -> None:
        """Take a table as `freeze_table` gave it."""
        keys, starts, numbers = plain
        self._places = {key: place for place, key in enumerate(keys.split(_APART))} if keys else {}
        self._starts, self._numbers = array(_NUMBERS, starts), array(_NUMBERS, numbers)

    def get(self, key: str, default: tuple[()] = ()) -> Sequence[int]:
        """Return the numbers under a key."""
        place = self._places.get(key)
        return default if place is None else self._numbers[self._starts[place] : self._starts[place + 1]]

    def __getitem__(self, key: str) -> Sequence[int]:
        """Return the numbers under a key that is there."""
        place = self._places[key]
        return self._numbers[self._starts[place] : self._starts[place + 1]]

    def __contains__(self, key: object) -> bool:
        """Whether numbers stand under a key."""
        return key in self._places


def freeze_table(table: Mapping[str, Iterable[int]]) -> Plain:
    """Return a table as it is kept. No key holds a line's end: none is made of more than one token."""
    under = [list(numbers) for numbers in table.values()]
    starts = array(_NUMBERS, accumulate(map(len, under), initial=0))
    every = array(_NUMBERS, [number for numbers in under for number in numbers])
    return _APART.join(table), starts.tobytes(), every.tobytes()


class FrozenRows(Rows):
    """Rows as numbers: of each one that holds what is told of it, and one an element. An element is kept once."""

    def thaw(self, plain: Plain) -> None:
        """Take rows as `freeze_rows` gave them."""
        starts, numbers, elements, self._bytes, self._doubts = plain
        self._starts, self._numbers = array(_NUMBERS, starts), array(_NUMBERS, numbers)
        self._elements = array(_NUMBERS, elements)
        self._known: dict[int, Element] = {}

    def __len__(self) -> int:
        """Count the rows."""
        return len(self._starts) - 1

    def raw(self, number: int) -> Raw:
        """Return a row as it was added."""
        told, *row = self._numbers[self._starts[number] : self._starts[number + 1]]
        place, at, starts, ends, doubt = (
            told >> _PLACE,
            told >> _AT & 0xFF,
            told >> 1 & 1,
            told & 1,
            told >> 2 & 0xFF,
        )
        return place, tuple(map(self._element, row)), at, bool(starts), bool(ends), self._doubts[doubt]

    def _element(self, number: int) -> Element:
        element = self._known.get(number)
        if element is None:
            kept = marshal.loads(self._bytes[self._elements[number] : self._elements[number + 1]])  # noqa: S302  # as above
            element = self._known[number] = Step(*kept) if isinstance(kept, tuple) else kept
        return element


def freeze_rows(rows: Rows) -> Plain:
    """Return rows as they are kept, and apart from them their elements and the languages of their doubts."""
    numbers, starts = array(_NUMBERS), array(_NUMBERS, (0,))
    elements: dict[Element, int] = {}
    doubts: dict[str | None, int] = {}
    for number in range(len(rows)):
        place, row, at, begins, ends, doubt = rows.raw(number)
        language = doubts.setdefault(doubt, len(doubts))
        numbers.append(place << _PLACE | at << _AT | language << 2 | begins << 1 | ends)
        numbers.extend(elements.setdefault(element, len(elements)) for element in row)
        starts.append(len(numbers))
    kept = [marshal.dumps(tuple(one) if isinstance(one, Step) else one) for one in elements]
    places = array(_NUMBERS, accumulate(map(len, kept), initial=0))
    return starts.tobytes(), numbers.tobytes(), places.tobytes(), b"".join(kept), tuple(doubts)
