from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from helper.service.scratch import Programs, Registry, place
from postil.errors import ServiceError
from postil.service import windows
from postil.service.windows import APPROVED, NAME, RUN, WAY

COMMAND = (r"C:\Users\A. Reader\postil\Scripts\pythonw.exe", "-P", "-m", "postil", "serve")
LINE = r'"C:\Users\A. Reader\postil\Scripts\pythonw.exe" -P -m postil serve'
MINE = ("user", RUN, NAME)
OFF = ("user", APPROVED, NAME)


def test_the_value_stands_under_run(tmp_path: Path, registry: Registry) -> None:
    (part,) = WAY.parts(place(tmp_path, COMMAND))
    assert part.where == r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run\Postil"
    part.put()
    assert registry.values == {MINE: LINE}
    assert part.folder is None
    (all_of_us,) = WAY.parts(place(tmp_path, COMMAND, everyone=True))
    all_of_us.put()
    assert registry.values[("machine", RUN, NAME)] == LINE


def test_nothing_stays_behind(tmp_path: Path, registry: Registry) -> None:
    (part,) = WAY.parts(place(tmp_path, COMMAND))
    part.put()
    registry.keys.add(OFF[:2])
    registry.values[OFF] = bytes([3])
    part.take_away()
    part.take_away()
    assert registry.values == {}


@pytest.mark.parametrize(
    ("approval", "state"), [(b"\x02", "right"), (b"\x03", "other"), (b"", "right"), (7, "right")]
)
def test_one_that_was_switched_off_in_task_manager_is_seen(
    approval: object, state: str, tmp_path: Path, registry: Registry
) -> None:
    (part,) = WAY.parts(place(tmp_path, COMMAND))
    part.put()
    registry.keys.add(OFF[:2])
    registry.values[OFF] = approval
    assert part.state() == state
    part.put()
    assert part.state() == "right"
    assert OFF not in registry.values


def test_the_command_is_read_back(tmp_path: Path, registry: Registry) -> None:
    where = place(tmp_path, COMMAND)
    assert WAY.started(where) == ()
    WAY.parts(where)[0].put()
    assert WAY.started(where) == COMMAND
    registry.values[MINE] = 5
    assert WAY.started(where) == ()


def test_it_begins_without_a_window_and_ends_word_for_word(
    tmp_path: Path, registry: Registry, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[tuple[tuple[str, ...], dict[str, Any]]] = []
    programs.provide("powershell")
    where = place(tmp_path, COMMAND)
    WAY.end(where)
    assert programs.called() == []
    WAY.parts(where)[0].put()
    assert registry.values
    with monkeypatch.context() as patch:
        patch.setattr(windows, "_end", lambda _place: None)
        patch.setattr("subprocess.Popen", lambda words, **given: begun.append((words, given)))
        assert WAY.begin(where)
    WAY.end(where)
    assert begun == [(COMMAND, {"cwd": None, "creationflags": 8})]
    (said,) = programs.called()
    assert "Name='pythonw.exe'" in said
    assert f"$_.CommandLine -eq '{LINE}'" in said
    assert WAY.runs(where) is None


def test_a_shut_registry_is_said(tmp_path: Path, registry: Registry) -> None:
    registry.shut.add("machine")
    (part,) = WAY.parts(place(tmp_path, COMMAND, everyone=True))
    with pytest.raises(ServiceError) as refused:
        part.put()
    assert refused.value.where.startswith("HKEY_LOCAL_MACHINE")
    assert subprocess.list2cmdline(COMMAND) == LINE
