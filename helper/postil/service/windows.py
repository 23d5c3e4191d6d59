"""Windows: a value under Run in the registry, and a launcher without a window."""

from __future__ import annotations

import importlib
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from postil.service.calls import call
from postil.service.parts import Part, State, told
from postil.service.place import Place
from postil.service.way import Way

NAME = "Postil"
UPDATES = "Postil policy updates"
_WINDOWS = r"Software\Microsoft\Windows\CurrentVersion"
RUN = rf"{_WINDOWS}\Run"
APPROVED = rf"{_WINDOWS}\Explorer\StartupApproved\Run"
"""Where Task Manager keeps what a person switched off: a first byte that is odd."""

_DETACHED = 0x00000008
"""DETACHED_PROCESS, by number: Python knows its name on Windows alone."""


@dataclass(frozen=True, slots=True)
class Value:
    """The value under Run; `hive` is HKEY_CURRENT_USER or HKEY_LOCAL_MACHINE."""

    hive: str
    line: str
    name: str = NAME

    @property
    def where(self) -> str:
        """Its place in the registry."""
        return rf"{self.hive}\{RUN}\{self.name}"

    @property
    def folder(self) -> None:
        """It needs none."""

    def state(self) -> State:
        """How it is. One that was switched off in Task Manager is not as it should be."""
        found = read(self.hive, RUN, self.name)
        if found is None:
            return "missing"
        approval = read(self.hive, APPROVED, self.name)
        off = isinstance(approval, bytes) and bool(approval[:1]) and approval[0] % 2 == 1
        return "right" if found == self.line and not off else "other"

    def put(self) -> None:
        """Write it, and forget that it was switched off."""
        registry = _registry()
        with told(self.where), registry.CreateKey(getattr(registry, self.hive), RUN) as key:
            registry.SetValueEx(key, self.name, 0, registry.REG_SZ, self.line)
        self._delete(APPROVED)

    def take_away(self) -> None:
        """Delete it, and what Task Manager remembers of it."""
        self._delete(RUN)
        self._delete(APPROVED)

    def _delete(self, path: str) -> None:
        registry = _registry()
        with told(rf"{self.hive}\{path}\{self.name}"), suppress(FileNotFoundError):
            handle = registry.OpenKey(getattr(registry, self.hive), path, 0, registry.KEY_SET_VALUE)
            with handle as key:
                registry.DeleteValue(key, self.name)


def read(hive: str, path: str, name: str = NAME) -> object:
    """Our value under this key; `None` where there is none to be read."""
    registry = _registry()
    try:
        with registry.OpenKey(getattr(registry, hive), path) as key:
            return registry.QueryValueEx(key, name)[0]
    except OSError:
        return None


def _registry() -> Any:  # noqa: ANN401 - the module is there, and has types, on Windows alone
    return importlib.import_module("winreg")


def _hive(place: Place) -> str:
    return "HKEY_LOCAL_MACHINE" if place.everyone else "HKEY_CURRENT_USER"


def _parts(place: Place) -> tuple[Part, ...]:
    return (Value(_hive(place), subprocess.list2cmdline(place.command)),)


def _rounds(place: Place) -> tuple[Part, ...]:
    return (Value(_hive(place), subprocess.list2cmdline(place.asking("--stay")), UPDATES),)


def _started(place: Place, name: str = NAME) -> tuple[str, ...]:
    """A path on Windows holds no quotation mark, so they can only stand around a word."""
    line = read(_hive(place), RUN, name)
    words: list[str] = []
    for count, piece in enumerate(line.split('"') if isinstance(line, str) else ()):
        words += [piece] if count % 2 else piece.split()
    return tuple(words)


def _begin(place: Place) -> bool:
    if place.everyone:
        return False
    _end(place)
    for command in (place.command, *([place.asking("--stay")] if place.updates else [])):
        with told(command[0]):
            subprocess.Popen(  # noqa: S603 - our own program
                command, cwd=Path(command[0]).anchor or None, creationflags=_DETACHED
            )
    return True


def _end(place: Place) -> None:
    """End the processes that run what is installed, word for word: no other Python of the person's."""
    for words in (_started(place, name) for name in (NAME, UPDATES)):
        if words and not place.everyone:
            _stop(words)


def _stop(words: tuple[str, ...]) -> None:
    line = subprocess.list2cmdline(words).replace("'", "''")
    name = Path(words[0].replace("\\", "/")).name
    script = (
        f"Get-CimInstance Win32_Process -Filter \"Name='{name}'\" | "
        f"Where-Object {{ $_.CommandLine -eq '{line}' }} | "
        "ForEach-Object { Stop-Process -Id $_.ProcessId -Force }"
    )
    call("powershell", "-NoProfile", "-NonInteractive", "-Command", script)


WAY = Way(
    name="registry",
    about="Windows starts it, without a window",
    parts=_parts,
    rounds=_rounds,
    started=_started,
    begin=_begin,
    end=_end,
    runs=lambda _place: None,  # `postil doctor` asks the helper itself
)
