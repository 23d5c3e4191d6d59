"""A scratch home, and stand-ins for what a system keeps outside of it."""

from __future__ import annotations

import atexit
import os
import shutil
import socket
import subprocess
import sys
import types
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import postil
from helper.server.process import TINY
from postil.service.place import Place

COMMAND = (sys.executable, "-P", "-m", "postil", "serve")

FAKE = """#!/bin/sh
echo "$(basename "$0") $*" >> "{log}"
for bad in {refused}; do case " $* " in *" $bad "*) exit 1 ;; esac; done
"""


def place(folder: Path, command: tuple[str, ...] = COMMAND, *, everyone: bool = False) -> Place:
    """A place whose every folder lies in `folder`."""
    home = folder / "home"
    return Place(command, home, home / ".config", everyone, root=folder)


@cache
def few_rules() -> Path:
    """This Postil in a checkout with rules of one word, by its code: to keep all rules takes seconds."""
    checkout = Path(mkdtemp(prefix="postil-few-rules-"))
    atexit.register(shutil.rmtree, checkout)
    (checkout / "rules").symlink_to(TINY)
    (checkout / "helper").mkdir()
    (checkout / "helper" / "postil").symlink_to(Path(postil.__file__).parent)
    return checkout / "helper"


def run_service(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """`postil service ...` as a person with this home runs it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    return subprocess.run(
        [sys.executable, "-m", "postil", "service", *words],
        env=kept | {"HOME": str(home), "PYTHONPATH": str(few_rules())},
        capture_output=True,
        text=True,
        check=False,
    )


def tree(folder: Path) -> dict[str, str]:
    """All that there is in a folder: path -> text, target or nothing."""
    found = {}
    for path in sorted(folder.rglob("*")):
        text = (
            str(path.readlink())
            if path.is_symlink()
            else path.read_bytes().decode("latin-1")
            if path.is_file()
            else ""
        )
        found[str(path.relative_to(folder))] = text
    return found


class Programs:
    """Programs of the system that only write down how they were called."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._log = folder / "log"
        folder.mkdir()

    def provide(self, name: str, *refused: str) -> None:
        """Have a program of this name; it fails where one of the words `refused` is said to it."""
        path = self.folder / name
        path.write_text(FAKE.format(log=self._log, refused=" ".join(refused) or "''"))
        path.chmod(0o755)

    def called(self) -> list[str]:
        """What was called since the last look."""
        lines = self._log.read_text().splitlines() if self._log.exists() else []
        self._log.unlink(missing_ok=True)
        return lines


@contextmanager
def manager(runtime: Path) -> Iterator[None]:
    """A folder that looks as if the person's own systemd ran."""
    (runtime / "systemd").mkdir(parents=True)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(runtime / "systemd" / "private"))
        yield


class Registry(types.ModuleType):
    """As much of `winreg` as Postil calls, in memory."""

    HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE = "user", "machine"
    REG_SZ, KEY_SET_VALUE = 1, 2

    def __init__(self) -> None:
        super().__init__("winreg")
        self.values: dict[tuple[str, str, str], object] = {}
        self.shut: set[str] = set()
        self.keys: set[tuple[str, str]] = set()

    @contextmanager
    def _key(self, hive: str, path: str) -> Iterator[tuple[str, str]]:
        yield hive, path

    def CreateKey(self, hive: str, path: str) -> Any:  # noqa: N802, ANN401 - winreg's names
        if hive in self.shut:
            raise PermissionError(13, "Access is denied")
        self.keys.add((hive, path))
        return self._key(hive, path)

    def OpenKey(self, hive: str, path: str, _reserved: int = 0, _access: int = 0) -> Any:  # noqa: N802, ANN401
        if (hive, path) not in self.keys:
            raise FileNotFoundError(2, "There is no such key")
        return self._key(hive, path)

    def QueryValueEx(self, key: tuple[str, str], name: str) -> tuple[object, int]:  # noqa: N802
        if (*key, name) not in self.values:
            raise FileNotFoundError(2, "There is no such value")
        return self.values[*key, name], self.REG_SZ

    def SetValueEx(self, key: tuple[str, str], name: str, _reserved: int, _kind: int, value: object) -> None:  # noqa: N802
        self.values[*key, name] = value

    def DeleteValue(self, key: tuple[str, str], name: str) -> None:  # noqa: N802
        if (*key, name) not in self.values:
            raise FileNotFoundError(2, "There is no such value")
        del self.values[*key, name]
