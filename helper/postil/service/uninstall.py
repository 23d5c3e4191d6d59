"""Takes the start at log-in away, and with it, where that is asked, everything that Postil ever kept."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import platformdirs

from postil.service import folders, ways_here
from postil.service.kept import KeptRules
from postil.service.parts import told
from postil.service.place import Place
from postil.service.way import Way

_KEPT = (
    platformdirs.user_state_path,
    platformdirs.user_config_path,
    platformdirs.user_data_path,
    platformdirs.user_cache_path,
    platformdirs.user_log_path,
)
_COMMON = (".local/state", ".local/share", ".local", ".config", ".cache")
"""Folders that many programs share; an empty one means nothing (XDG Base Directory Specification)."""


def uninstall(place: Place, *, purge: bool = False) -> tuple[str, ...]:
    """Stop the helper that was started at log-in, and leave nothing behind. Returns what was taken away.

    Args:
        place: Whose log-in.
        purge: Take away this person's pairings, settings and policy packs too.

    Raises:
        ServiceError: something cannot be taken away.
    """
    gone = [where for way in ways_here() for where in take_away(way, place)]
    kept = KeptRules.at(place)
    if kept.state() != "missing":
        kept.take_away()
        gone.append(kept.where)
    empty = [*folders.forget()]
    for folder in kept_folders() if purge else ():
        remove(folder)
        gone.append(str(folder))
        empty += [above for above in _common(place.home) if above in folder.parents]
    folders.clear(empty)
    return tuple(gone)


def take_away(way: Way, place: Place) -> tuple[str, ...]:
    """Stop what one way started, and take its pieces away."""
    every = (*way.parts(place), *way.rounds(place))
    there = [part for part in every if part.state() != "missing"]
    if there:
        way.end(place)
        for part in there:
            part.take_away()
        way.tell(place)
    return tuple(part.where for part in there)


def kept_folders() -> tuple[Path, ...]:
    """The folders of Postil's own that there are; the system names them, and the last part is always ours."""
    every = dict.fromkeys(kept("postil", appauthor=False) for kept in _KEPT)
    return tuple(folder for folder in every if os.path.lexists(folder))


def remove(folder: Path) -> None:
    """Delete a folder with all that is in it; of a link, the link alone."""
    with told(str(folder)):
        if folder.is_symlink():
            folder.unlink()
        elif folder.exists():  # one of ours may have lain in another
            shutil.rmtree(folder)


def _common(home: Path) -> Iterator[Path]:
    return (home / name for name in _COMMON)
