"""What `postil doctor` looks at, and what it remarks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from postil.errors import PostilError
from postil.server.pairing import Pairing
from postil.server.pairings import read


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence; with a remedy where something is not well."""

    sentence: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Patient:
    """What is looked at."""

    port: int
    rules: Path | None
    folder: Path

    def pairings(self) -> tuple[Pairing, ...]:
        """All pairings; none where they cannot be read, which is a remark of its own."""
        try:
            return read(self.folder)
        except PostilError:
            return ()
