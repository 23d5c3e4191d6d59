"""An edition of the rules: which one it is, and how long its institution stands by it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Edition:
    """What a policy update says of itself. `version` is for people; after `expires` it warns and is used on."""

    version: str
    issued: date
    expires: date

    def expired(self, today: date) -> bool:
        """Whether it has outlived the day that it names."""
        return today > self.expires
