"""What must be on the disk itself before we go on."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Have the folder's names on the disk, a file just moved into it among them. Windows does so by itself.

    Raises:
        OSError: it cannot be opened.
    """
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
