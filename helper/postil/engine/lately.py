"""What was made lately: kept in two generations, of which the older goes when the younger is full."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Lately(Generic[K, V]):
    """Values that can be made again, by their keys. `young` is for who asks often: a miss there is no miss here.

    Threads may share it: what one of them loses is made again.
    """

    __slots__ = ("_most", "_old", "young")

    def __init__(self, most: int) -> None:
        """Keep the last `most` values that were asked for, and as many more at the most."""
        self._most = most
        self.young: dict[K, V] = {}
        self._old: dict[K, V] = {}

    def get(self, key: K) -> V | None:
        """Return a value, `None` where it is not here any more."""
        found = self.young.get(key)
        if found is None and (found := self._old.get(key)) is not None:
            self.keep(key, found)
        return found

    def keep(self, key: K, value: V) -> V:
        """Keep a value, and return it."""
        young = self.young
        if len(young) >= self._most:
            self._old, self.young = young, (young := {})
        young[key] = value
        return value

    def __len__(self) -> int:
        """Count the values."""
        return len(self._old.keys() | self.young.keys())
