"""Linux without systemd: an entry in the desktop's autostart folder, and a helper that runs all the time.

Source: the Desktop Entry and the Desktop Application Autostart specifications of freedesktop.org.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from postil.service import processes
from postil.service.parts import File, Part, told
from postil.service.place import Place
from postil.service.way import Way

_ENTRY = """\
[Desktop Entry]
Type=Application
Version=1.0
Name=Postil
Comment=Checks a draft against your institution's social-media policy, on your own computer
Comment[nl]=Toetst een concept aan het socialmediabeleid van je instelling, op je eigen computer
Exec={command}
TryExec={program}
Terminal=false
NoDisplay=true
X-GNOME-Autostart-enabled=true
"""
_UPDATES = "postil-updates"
_PLAIN = re.compile(r"[\w@%+=:,./-]+", re.ASCII)
_SPECIAL = re.compile(r'(["`$\\])')
_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|([^\s"]+)')
_ESCAPED = re.compile(r"\\(.)")
_EXEC = re.compile(r"^Exec=(.+)$", re.MULTILINE)


def entry(command: Sequence[str]) -> str:
    """The autostart entry that runs `command`."""
    return _ENTRY.format(command=" ".join(map(quote, command)), program=command[0].replace("\\", "\\\\"))


def quote(word: str) -> str:
    """A word as Exec= reads it: quoted, then escaped once more as every value of such a file is."""
    text = word.replace("%", "%%")
    if not _PLAIN.fullmatch(text):
        text = '"' + _SPECIAL.sub(r"\\\1", text) + '"'
    return text.replace("\\", "\\\\")


def command_in(text: str) -> tuple[str, ...]:
    """The command of an entry; empty where none can be read."""
    found = _EXEC.search(text)
    line = found[1].replace("\\\\", "\\") if found else ""
    words = (_ESCAPED.sub(r"\1", quoted) if quoted else plain for quoted, plain in _WORD.findall(line))
    return tuple(word.replace("%%", "%") for word in words)


def _file(place: Place, name: str = "postil") -> Path:
    folder = place.root / "etc/xdg/autostart" if place.everyone else place.config / "autostart"
    return folder / f"{name}.desktop"


def _parts(place: Place) -> tuple[Part, ...]:
    return (File(_file(place), entry(place.command)),)


def _rounds(place: Place) -> tuple[Part, ...]:
    """One more process that sleeps: a desktop without systemd has no timers for a person."""
    return (File(_file(place, _UPDATES), entry(place.asking("--stay"))),)


def _started(place: Place, name: str = "postil") -> tuple[str, ...]:
    return command_in(File(_file(place, name), "").read() or "")


def _begin(place: Place) -> bool:
    if place.everyone:
        return False
    for command in (place.command, *([place.asking("--stay")] if place.updates else [])):
        if not processes.find(command):
            with told(command[0]):
                subprocess.Popen(  # noqa: S603 - our own program
                    command,
                    cwd="/",
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,
                )
    return True


def _end(place: Place) -> None:
    if not place.everyone:
        for name in ("postil", _UPDATES):
            processes.stop(_started(place, name))


def _runs(place: Place) -> bool | None:
    return None if place.everyone else bool(processes.find(_started(place)))


WAY = Way(
    name="autostart",
    about="your desktop starts it, and it runs until you log out",
    parts=_parts,
    started=_started,
    begin=_begin,
    end=_end,
    runs=_runs,
    rounds=_rounds,
)
