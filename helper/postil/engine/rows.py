"""The rows of all lists, each made an entry when its anchor first turns up in a text: most never do."""

from __future__ import annotations

from collections.abc import Mapping

from postil.engine.anchor import Rates
from postil.engine.entry import Entry, Raw


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

    def __getitem__(self, number: int) -> Entry:
        """Return the entry of a row, the same each time."""
        made = self._made.get(number)
        if made is None:
            made = self._made[number] = Entry(self.raw(number), self._rates, self._places)
        return made
