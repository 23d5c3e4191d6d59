"""Linux with systemd: a socket that is held from log-in on, and a service that it starts when somebody asks."""

from __future__ import annotations

import os
from pathlib import Path

from postil.config import HOST, PORT
from postil.errors import ServiceError
from postil.service import units
from postil.service.calls import call
from postil.service.parts import File, Link, Part
from postil.service.place import Place
from postil.service.way import Way

_SOCKET = "postil.socket"
_SERVICE = "postil.service"
_TIMER = "postil-updates.timer"
_ROUND = "postil-updates.service"


def has_systemd() -> bool:
    """Whether this computer was started by systemd (sd_booted(3) looks at the same folder)."""
    return Path("/run/systemd/system").is_dir()


def has_manager() -> bool:
    """Whether the person's own systemd runs and can be told things."""
    return Path(os.environ.get("XDG_RUNTIME_DIR", ""), "systemd", "private").is_socket()


def _folder(place: Place) -> Path:
    return place.root / "etc/systemd/user" if place.everyone else place.config / "systemd/user"


def _parts(place: Place) -> tuple[Part, ...]:
    """Two units, and the link that `systemctl enable` would make: it is made without a manager too."""
    folder = _folder(place)
    return (
        File(folder / _SOCKET, units.SOCKET),
        File(folder / _SERVICE, units.service(place.command)),
        Link(folder / "sockets.target.wants" / _SOCKET, f"../{_SOCKET}"),
    )


def _rounds(place: Place) -> tuple[Part, ...]:
    """A timer of its own, and what it starts: the helper itself can call nobody."""
    folder = _folder(place)
    return (
        File(folder / _TIMER, units.TIMER),
        File(folder / _ROUND, units.update(place.asking("--when-due"))),
        Link(folder / "timers.target.wants" / _TIMER, f"../{_TIMER}"),
    )


def _started(place: Place) -> tuple[str, ...]:
    return units.command_in(File(_folder(place) / _SERVICE, "").read() or "")


def _begin(place: Place) -> bool:
    if not _reached(place):
        return False
    _systemctl("reset-failed", _SERVICE, _SOCKET)
    if not _systemctl("start", _SOCKET):
        raise ServiceError(
            "All is written, but systemd could not take the port.",
            where=f"{HOST}:{PORT}",
            remedy="`postil doctor` says who has it. Stop that program, then run `postil service install` again.",
        )
    if place.updates:
        _systemctl("start", _TIMER)
    return True


def _end(place: Place) -> None:
    if _reached(place):
        _systemctl("stop", _SOCKET, _SERVICE)
        _systemctl("reset-failed", _SERVICE, _SOCKET)
        if File(_folder(place) / _TIMER, "").state() != "missing":
            _systemctl("stop", _TIMER, _ROUND)


def _runs(place: Place) -> bool | None:
    return _systemctl("is-active", _SOCKET) if _reached(place) else None


def _tell(place: Place) -> None:
    if _reached(place):
        _systemctl("daemon-reload")


def _reached(place: Place) -> bool:
    """Whether the units of this place are known to a manager that listens to us."""
    return not place.everyone and has_manager()


def _systemctl(*words: str) -> bool:
    return call("systemctl", "--user", "--quiet", *words)


WAY = Way(
    name="systemd",
    about="systemd holds its port, and starts it when a browser asks",
    parts=_parts,
    started=_started,
    begin=_begin,
    end=_end,
    runs=_runs,
    rounds=_rounds,
    tell=_tell,
)
