"""macOS: a LaunchAgent, which launchd starts at log-in and again after a crash."""

from __future__ import annotations

import os
import plistlib
from pathlib import Path
from xml.parsers.expat import ExpatError

from postil.errors import ServiceError
from postil.service.calls import call
from postil.service.parts import File, Part
from postil.service.place import Place
from postil.service.way import Way

LABEL = "org.postil.helper"
UPDATES = "org.postil.updates"
_EVERY_S = 7200
"""How often it is looked whether a question is due; launchd makes up for what it slept through."""


def agent(place: Place) -> str:
    """The property list. Nothing that the helper says is kept: there is no journal to bound it."""
    return plistlib.dumps(
        {
            "Label": LABEL,
            "ProgramArguments": list(place.command),
            "RunAtLoad": True,
            "KeepAlive": {"SuccessfulExit": False},
            "ProcessType": "Background",
            "ThrottleInterval": 10,
            "Umask": 0o077,
            "WorkingDirectory": "/",
            "StandardOutPath": os.devnull,
            "StandardErrorPath": os.devnull,
            "HardResourceLimits": {"Core": 0},
            "SoftResourceLimits": {"Core": 0},
        },
        sort_keys=False,
    ).decode()


def asker(place: Place) -> str:
    """The property list of the agent that asks for policy updates."""
    return plistlib.dumps(
        {
            "Label": UPDATES,
            "ProgramArguments": list(place.asking("--when-due")),
            "RunAtLoad": True,
            "StartInterval": _EVERY_S,
            "ProcessType": "Background",
            "LowPriorityIO": True,
            "Nice": 19,
            "Umask": 0o077,
            "WorkingDirectory": "/",
            "StandardOutPath": os.devnull,
            "StandardErrorPath": os.devnull,
        },
        sort_keys=False,
    ).decode()


def _file(place: Place, label: str = LABEL) -> Path:
    above = place.root if place.everyone else place.home
    return above / "Library" / "LaunchAgents" / f"{label}.plist"


def _parts(place: Place) -> tuple[Part, ...]:
    return (File(_file(place), agent(place)),)


def _rounds(place: Place) -> tuple[Part, ...]:
    return (File(_file(place, UPDATES), asker(place)),)


def _started(place: Place) -> tuple[str, ...]:
    text = File(_file(place), "").read() or ""
    try:
        found = plistlib.loads(text.encode())
    except (plistlib.InvalidFileException, ExpatError, ValueError):
        return ()
    words = found.get("ProgramArguments", []) if isinstance(found, dict) else []
    return tuple(word for word in words if isinstance(word, str))


def _begin(place: Place) -> bool:
    if place.everyone:
        return False
    if not _runs(place) and not call("launchctl", "bootstrap", _session(), str(_file(place))):
        raise ServiceError(
            "All is written, but launchd did not start the helper.",
            where=LABEL,
            remedy="Log out and in again. Whether macOS may start it: System Settings, General, Login Items.",
        )
    if place.updates and not call("launchctl", "print", f"{_session()}/{UPDATES}"):
        call("launchctl", "bootstrap", _session(), str(_file(place, UPDATES)))
    return True


def _end(place: Place) -> None:
    if not place.everyone:
        call("launchctl", "bootout", f"{_session()}/{LABEL}")
        if _file(place, UPDATES).exists():
            call("launchctl", "bootout", f"{_session()}/{UPDATES}")


def _runs(place: Place) -> bool | None:
    return None if place.everyone else call("launchctl", "print", f"{_session()}/{LABEL}")


def _session() -> str:
    return f"gui/{os.getuid()}"


WAY = Way(
    name="launchd",
    about="macOS starts it, and starts it again after a crash",
    parts=_parts,
    started=_started,
    begin=_begin,
    end=_end,
    runs=_runs,
    rounds=_rounds,
)
