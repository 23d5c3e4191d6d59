"""The rows of all lists, each made an entry when its anchor first turns up in a text: most never do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from postil.engine.anchor import Rates
from postil.engine.bundle import Bundle
from postil.engine.entry import Entry, Raw, is_told


class Rows:
    """Rows by number."""

    def __init__(self, rates: Rates, places: Mapping[str, int]) -> None:
        """Begin without rows; `places` are the lists' places, by name."""
        self._rates = rates
        self._places = places
        self._raw: list[Raw] = []
        self._made: dict[int, Entry] = {}

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

    def bundle(self, numbers: Iterable[int]) -> Bundle | None:
        """Return the bundle of some rows; those that a word tells whole need no entry."""
        told, rest = 0, []
        for number in numbers:
            raw = self.raw(number)
            if is_told(raw):
                told |= 1 << raw[0]
            else:
                rest.append(self._entry(number, raw))
        return Bundle(told, rest) if told or rest else None

    def __getitem__(self, number: int) -> Entry:
        """Return the entry of a row, the same each time."""
        return self._made.get(number) or self._entry(number, self.raw(number))

    def _entry(self, number: int, raw: Raw) -> Entry:
        made = self._made.get(number)
        if made is None:
            made = self._made[number] = Entry(raw, self._rates, self._places)
        return made
