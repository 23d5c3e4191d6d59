"""Folders that a set-up had to make: remembered, so that taking it away leaves what was there before and no more."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from postil.config import state_folder
from postil.service.parts import told

_FILE = "service-folders.json"
_PRIVATE = 0o700
_SHARED = 0o755


def make(folder: Path, *, shared: bool = False) -> tuple[Path, ...]:
    """Make the folder and those above it; returns the ones that were missing, outermost first.

    Raises:
        ServiceError: one cannot be made.
    """
    missing = [one for one in (folder, *folder.parents) if not one.exists()][::-1]
    for one in missing:
        with told(str(one)):
            one.mkdir(mode=_SHARED if shared else _PRIVATE, exist_ok=True)
    return tuple(missing)


def remember(made: Iterable[Path]) -> None:
    """Write down which folders were made, beside those of earlier times.

    Raises:
        ServiceError: it cannot be written.
    """
    fresh = list(made)
    if not fresh:
        return
    known = _read()
    own = make(state_folder())
    every = dict.fromkeys(map(str, (*known, *own, *fresh)))
    with told(str(state_folder() / _FILE)):
        (state_folder() / _FILE).write_text(json.dumps(list(every), indent=1), encoding="utf-8")


def forget() -> tuple[Path, ...]:
    """The folders that were written down; the note is gone afterwards.

    Raises:
        ServiceError: the note cannot be deleted.
    """
    made = _read()
    with told(str(state_folder() / _FILE)):
        (state_folder() / _FILE).unlink(missing_ok=True)
    return made


def clear(folders: Iterable[Path]) -> None:
    """Remove those of the folders that are empty, innermost first."""
    for folder in sorted(set(folders), key=lambda one: len(one.parts), reverse=True):
        with suppress(OSError):  # it holds something of somebody else's, or is gone
            folder.rmdir()


def _read() -> tuple[Path, ...]:
    """What was written down; nothing where the note is missing or damaged: then the folders stay."""
    try:
        found = json.loads((state_folder() / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ()
    return tuple(Path(one) for one in found if isinstance(one, str)) if isinstance(found, list) else ()
