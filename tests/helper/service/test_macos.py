from __future__ import annotations

import os
import plistlib
from pathlib import Path

import pytest

from helper.service.scratch import COMMAND, Programs, place
from postil.errors import ServiceError
from postil.service.macos import LABEL, WAY, agent


def written(tmp_path: Path, text: str | None = None) -> Path:
    path = tmp_path / "home/Library/LaunchAgents" / f"{LABEL}.plist"
    path.parent.mkdir(parents=True)
    path.write_text(agent(place(tmp_path)) if text is None else text)
    return path


def test_the_agent_is_one_that_launchd_reads(tmp_path: Path) -> None:
    read = plistlib.loads(agent(place(tmp_path)).encode())
    assert read["Label"] == LABEL
    assert tuple(read["ProgramArguments"]) == COMMAND
    assert read["RunAtLoad"] is True
    assert read["KeepAlive"] == {"SuccessfulExit": False}
    assert read["Umask"] == 0o077
    assert read["HardResourceLimits"] == read["SoftResourceLimits"] == {"Core": 0}
    assert {read["StandardOutPath"], read["StandardErrorPath"]} == {"/dev/null"}


def test_it_lies_where_launchd_looks(tmp_path: Path) -> None:
    (mine,), (all_of_us,) = WAY.parts(place(tmp_path)), WAY.parts(place(tmp_path, everyone=True))
    assert mine.where == f"{tmp_path}/home/Library/LaunchAgents/{LABEL}.plist"
    assert all_of_us.where == f"{tmp_path}/Library/LaunchAgents/{LABEL}.plist"


@pytest.mark.parametrize(
    "text", ["", "no plist", "<plist>", plistlib.dumps([1]).decode(), plistlib.dumps({}).decode()]
)
def test_a_damaged_agent_starts_nothing_that_can_be_named(text: str, tmp_path: Path) -> None:
    written(tmp_path, text)
    assert WAY.started(place(tmp_path)) == ()


def test_launchd_is_told_of_it_once(tmp_path: Path, programs: Programs) -> None:
    path = written(tmp_path)
    session = f"gui/{os.getuid()}"
    programs.provide("launchctl", "print")
    assert WAY.begin(place(tmp_path))
    programs.provide("launchctl")
    assert WAY.begin(place(tmp_path))
    WAY.end(place(tmp_path))
    assert programs.called() == [
        f"launchctl print {session}/{LABEL}",
        f"launchctl bootstrap {session} {path}",
        f"launchctl print {session}/{LABEL}",
        f"launchctl bootout {session}/{LABEL}",
    ]


def test_a_refusal_is_said(tmp_path: Path, programs: Programs) -> None:
    written(tmp_path)
    programs.provide("launchctl", "bootstrap", "print")
    with pytest.raises(ServiceError, match="launchd did not start") as refused:
        WAY.begin(place(tmp_path))
    assert "Login Items" in refused.value.remedy
