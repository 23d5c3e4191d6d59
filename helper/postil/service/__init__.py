"""Starting at log-in: one file a way, and the table of them. Nothing here imports the server.

`linux` is systemd's: a socket held from log-in on, and a helper that runs while it is needed. `autostart` is for
other desktops, `macos` for launchd, `windows` for the registry; there the helper runs until log-out.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Final

from postil.service import autostart, linux, macos, windows
from postil.service.way import Way

WAYS: Final[Mapping[str, Way]] = {way.name: way for way in (linux.WAY, autostart.WAY, macos.WAY, windows.WAY)}
"""Every way, by its name."""

_ON: Final[Mapping[str, tuple[Way, ...]]] = {"darwin": (macos.WAY,), "win32": (windows.WAY,)}


def ways_here(platform: str = sys.platform) -> tuple[Way, ...]:
    """The ways that this system knows."""
    return _ON.get(platform, (linux.WAY, autostart.WAY))


def usual_way(platform: str = sys.platform) -> Way:
    """The way for this computer, where nobody chose another."""
    here = ways_here(platform)
    return autostart.WAY if linux.WAY in here and not linux.has_systemd() else here[0]
