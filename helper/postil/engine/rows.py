"""The rows of all lists, each made an entry when it is first asked about: most never are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from postil.engine.anchor import Rates
from postil.engine.bundle import Bundle, Cue
from postil.engine.entry import Entry, Raw, cue_of, is_told, words_alone
from postil.engine.lately import Lately

_MADE = 8_000
"""Entries that are kept of those made: a long post asks about some hundreds."""


class Rows:
    """Rows by number."""

    def __init__(self, rates: Rates, places: Mapping[str, int]) -> None:
        """Begin without rows; `places` are the lists' places, by name."""
        self._rates = rates
        self._places = places
        self._raw: list[Raw] = []
        self.lately = Lately[int, Entry](_MADE)

    def __len__(self) -> int:
        """Count the rows."""
        return len(self._raw)

    def add(self, raw: Raw) -> int:
        """Keep a row, and return its number."""
        self._raw.append(raw)
        return len(self._raw) - 1

    def raw(self, number: int) -> Raw:
        """Return a row as it was added."""
        return self._raw[number]

    def told(self, number: int) -> int | None:
        """Return the bit of the list of which a row's anchor is a match wherever it stands, `None` for other rows."""
        raw = self.raw(number)
        return 1 << raw[0] if is_told(raw) else None

    def places(self, number: int) -> tuple[int, int | None, int | None]:
        """Return where a row's guard is, seen from its anchor, and the places in it of guard and rarest words."""
        _, row, at, *_ = self.raw(number)
        return cue_of(row, at, self._rates)

    def cue(self, number: int) -> Cue:
        """Return what is known of a row before it is asked about."""
        row = self.raw(number)[1]
        offset, guard, words = self.places(number)
        return Cue(
            number,
            offset,
            None if guard is None else words_alone(row[guard]),
            None if words is None else words_alone(row[words]),
        )

    def bundle(self, numbers: Iterable[int]) -> Bundle | None:
        """Return the bundle of some rows; those that a word tells whole need no more."""
        told, rest = 0, []
        for number in numbers:
            bit = self.told(number)
            if bit:
                told |= bit
            else:
                rest.append(self.cue(number))
        return Bundle(told, rest) if told or rest else None

    def __getitem__(self, number: int) -> Entry:
        """Return the entry of a row."""
        return self.lately.get(number) or self.lately.keep(
            number, Entry(self.raw(number), self._rates, self._places)
        )
