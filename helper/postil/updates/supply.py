"""What the helper looks at to see which rules are in force. It costs nothing where updates are off."""

from __future__ import annotations

import os
from collections.abc import Hashable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from postil.config import packs_folder, update_settings

if TYPE_CHECKING:  # what reads and verifies packs is imported only where there may be one
    from postil.updates.in_force import Pack

CURRENT: Final = "current.json"
"""The file that says which pack is in force."""


def wants_updates(*, everyone: bool = False) -> bool:
    """Whether anybody, or an administrator for everyone, has configured them, well or not."""
    of_all, mine = update_settings()
    return os.path.lexists(of_all) or (not everyone and os.path.lexists(mine))


class Supply:
    """Says which rules are in force, and when that may have changed."""

    def __init__(self) -> None:
        """Look into this person's packs."""
        self._watched = (packs_folder() / CURRENT, *update_settings())

    def stamp(self) -> Hashable:
        """Changes whenever other rules may be in force: a few looks at the disk, and no reading."""
        return tuple(map(_stamp, self._watched))

    def find(self) -> Pack | None:
        """The pack in force; `None` where the shipped rules are.

        Raises:
            PostilError: there is one that cannot be used.
        """
        if not wants_updates():
            return None
        from postil.updates.in_force import pack_in_force  # noqa: PLC0415 - as above

        return pack_in_force()


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """Inode, nanoseconds and bytes; `None` where nothing is to be seen."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
