from __future__ import annotations

import subprocess
import sys

import pytest

from postil.service import WAYS, linux, usual_way, ways_here


def test_every_system_has_its_way(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [way.name for way in ways_here("linux")] == ["systemd", "autostart"]
    assert usual_way("darwin").name == "launchd"
    assert usual_way("win32").name == "registry"
    for booted, name in ((True, "systemd"), (False, "autostart")):
        monkeypatch.setattr(linux, "has_systemd", lambda booted=booted: booted)
        assert usual_way("linux").name == name
        assert usual_way("freebsd14").name == name


def test_the_table_is_whole() -> None:
    assert {way for system in ("linux", "darwin", "win32") for way in ways_here(system)} == set(WAYS.values())


def test_setting_up_needs_nothing_of_the_server() -> None:
    look = "print(*(name for name in sys.modules if 'postil.server' in name or name == 'aiohttp'))"
    code = f"import sys, postil.cli.service_install; {look}"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.split() == []
