"""Whose log-in: one person's, or everyone's on this computer; and the words that start the helper there."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from postil.errors import ServiceError


@dataclass(frozen=True, slots=True)
class Place:
    """Where the start at log-in is set up. `root` is another folder than `/` in tests and images alone."""

    command: tuple[str, ...]
    home: Path
    config: Path
    everyone: bool = False
    root: Path = Path("/")
    updates: bool = False
    """Whether policy updates are asked for here: somebody has configured where they come from."""

    def asking(self, how: str) -> tuple[str, ...]:
        """The command that asks for them, once when it is due (`--when-due`) or for good (`--stay`)."""
        return (*self.command[:-1], "packs", "update", how)


def this_place(*, everyone: bool = False, updates: bool = False) -> Place:
    """This person's folders, or those of all, and this very Postil.

    Raises:
        ServiceError: the others could not start this Postil.
    """
    home = Path.home()
    command = words()
    if everyone and Path(command[0]).is_relative_to(home):
        raise ServiceError(
            "Others cannot start a program that lies in your own folder.",
            where=command[0],
            remedy="Install Postil for all first, such as with `pipx install --global`.",
        )
    named = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    return Place(command, home, named if named.is_absolute() else home / ".config", everyone, updates=updates)


def words() -> tuple[str, ...]:
    """The command that starts the helper of the Postil that runs now.

    `-P` keeps Python from looking for modules in the folder it is started in, where a `postil` could lie.
    """
    python = Path(sys.executable)
    if sys.platform == "win32":
        python = without_window(python)
    return (str(python), "-P", "-m", "postil", "serve")


def without_window(python: Path) -> Path:
    """The launcher beside `python.exe` that opens no console; `python.exe` itself where there is none."""
    quiet = python.with_name("pythonw.exe")
    return quiet if quiet.exists() else python
