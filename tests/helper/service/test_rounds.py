"""What asks for policy updates is set up where they are configured, nowhere else, and is gone with the rest."""

from __future__ import annotations

import os
import plistlib
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from helper.service.scratch import COMMAND, Programs, Registry, manager, place, tree
from postil.service import WAYS, autostart, linux, macos, units, windows
from postil.service.install import install
from postil.service.place import Place
from postil.service.standing import examine
from postil.service.uninstall import take_away, uninstall
from postil.service.way import Way

ASKS = {
    "systemd": "--when-due",
    "launchd": "--when-due",
    "autostart": "--stay",
    "registry": "--stay",
}
"""Where a timer of the system's starts it, and where it stays."""


@pytest.fixture(params=list(WAYS.values()), ids=list(WAYS))
def way(request: pytest.FixtureRequest, registry: Registry) -> Way:  # noqa: ARG001 - one of them writes in it
    assert isinstance(request.param, Way)
    return request.param


def updated(folder: Path, *, everyone: bool = False) -> Place:
    """A place where updates are configured."""
    return replace(place(folder, everyone=everyone), updates=True)


@pytest.mark.parametrize("everyone", [False, True])
def test_they_ask_in_their_own_way_and_never_serve(
    way: Way,
    everyone: bool,  # noqa: FBT001
    tmp_path: Path,
    registry: Registry,
) -> None:
    where = updated(tmp_path, everyone=everyone)
    assert where.asking(ASKS[way.name]) == (*COMMAND[:-1], "packs", "update", ASKS[way.name])
    for part in way.rounds(where):
        if part.folder:
            part.folder.mkdir(parents=True, exist_ok=True)
        part.put()
        assert part.state() == "right"
    written = "\n".join([*tree(tmp_path).values(), *map(str, registry.values.values())])
    assert "update" in written
    assert ASKS[way.name] in written
    assert "serve" not in written
    assert not {part.where for part in way.rounds(where)} & {part.where for part in way.parts(where)}


def pieces(folder: Path) -> dict[str, str]:
    """All files but the note of the folders that were made, which `uninstall` takes away."""
    return {name: text for name, text in tree(folder).items() if text and "service-folders" not in name}


@pytest.mark.parametrize("way", [linux.WAY, autostart.WAY], ids=["systemd", "autostart"])
@pytest.mark.parametrize("everyone", [False, True])
def test_they_come_and_go_with_the_setting(way: Way, everyone: bool, tmp_path: Path) -> None:  # noqa: FBT001
    off, on = place(tmp_path, everyone=everyone), updated(tmp_path, everyone=everyone)
    before = tree(tmp_path)
    install(way, off, later=True)
    without = tree(tmp_path)
    assert "update" not in "".join(without)
    assert examine(off)[0].right
    rounds = {part.where for part in way.rounds(on)}
    assert {where for where, state in examine(on)[0].states if state == "missing"} == rounds
    assert set(install(way, on, later=True).written) == rounds
    assert install(way, on, later=True).written == ()
    assert examine(on)[0].right
    assert {where for where, state in examine(off)[0].states if state == "spare"} == rounds
    done = install(way, off, later=True)
    assert (done.written, set(done.taken)) == ((), rounds)
    assert pieces(tmp_path) == {name: text for name, text in without.items() if name in pieces(tmp_path)}
    assert not [name for name in pieces(tmp_path) if "update" in name]
    install(way, on, later=True)
    uninstall(off)  # whatever the setting says by then
    assert tree(tmp_path) == before


def test_systemd_is_told_of_the_timer(tmp_path: Path, programs: Programs) -> None:
    programs.provide("systemctl")
    with manager(tmp_path / "run"):
        install(linux.WAY, updated(tmp_path))
        assert programs.called()[-1] == "systemctl --user --quiet start postil-updates.timer"
        take_away(linux.WAY, place(tmp_path))
        stopped = "systemctl --user --quiet stop postil-updates.timer postil-updates.service"
        assert stopped in programs.called()
        install(linux.WAY, place(tmp_path))
        assert "updates" not in "".join(programs.called())


def test_systemd_itself_finds_no_fault(tmp_path: Path) -> None:
    program = shutil.which("true") or "/bin/true"
    names = ("postil-updates.timer", "postil-updates.service")
    for file, text in zip(names, (units.TIMER, units.update([program, "packs", "update"])), strict=True):
        (tmp_path / file).write_text(text)
    checker = shutil.which("systemd-analyze")
    (tmp_path / "run").mkdir(exist_ok=True)
    done = subprocess.run(
        [checker, "verify", "--user", *names] if checker else ["true"],
        cwd=tmp_path,
        env=os.environ | {"XDG_RUNTIME_DIR": str(tmp_path / "run")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_helper_itself_still_can_call_nobody() -> None:
    helper, asker = units.service(COMMAND), units.update(COMMAND)
    assert "RestrictAddressFamilies=AF_UNIX\n" in helper
    assert "SystemCallFilter=~@privileged connect" in helper
    assert "AF_INET" in asker
    assert "SuccessExitStatus=1" in asker  # a laptop without a network has nothing that failed
    for one in (helper, asker):
        assert "StandardError=journal" in one  # else it goes where output goes: nowhere
    assert "NoNewPrivileges=yes" in asker


def test_launchd_starts_it_every_two_hours(tmp_path: Path, programs: Programs) -> None:
    programs.provide("launchctl", "print")
    install(macos.WAY, updated(tmp_path))
    file = tmp_path / "home/Library/LaunchAgents/org.postil.updates.plist"
    read = plistlib.loads(file.read_bytes())
    assert (read["Label"], read["StartInterval"], read["RunAtLoad"]) == ("org.postil.updates", 7200, True)
    assert read["ProgramArguments"][-3:] == ["packs", "update", "--when-due"]
    session = f"gui/{os.getuid()}"
    assert f"launchctl bootstrap {session} {file}" in programs.called()
    take_away(macos.WAY, place(tmp_path))
    assert f"launchctl bootout {session}/org.postil.updates" in programs.called()
    assert not file.exists()


def test_windows_starts_it_beside_the_helper_and_ends_it_word_for_word(
    tmp_path: Path, registry: Registry, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs.provide("powershell")
    begun: list[tuple[str, ...]] = []
    where = updated(tmp_path)
    with monkeypatch.context() as patch:

        def begin(words: tuple[str, ...], **_: Any) -> None:  # noqa: ANN401 - Popen's own
            begun.append(words)

        patch.setattr(windows, "_end", lambda _place: None)
        patch.setattr("subprocess.Popen", begin)
        install(windows.WAY, where)
    assert begun == [COMMAND, where.asking("--stay")]
    names = {name for _, _, name in registry.values}
    assert names == {"Postil", "Postil policy updates"}
    programs.called()
    take_away(windows.WAY, place(tmp_path))
    said = programs.called()
    assert [line.split("-eq '")[1].split("'")[0].split()[-1] for line in said] == ["serve", "--stay"]
    assert registry.values == {}
