from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from postil.errors import ServiceError
from postil.service.place import this_place, without_window, words


def test_the_words_start_this_postil_and_no_folder_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "postil").mkdir()
    (tmp_path / "postil" / "__main__.py").write_text("raise SystemExit('another one')")
    done = subprocess.run([*words(), "--help"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stdout.startswith("usage: postil serve")


@pytest.mark.parametrize(
    ("named", "config"), [("", "home/.config"), ("not/absolute", "home/.config"), ("{}/conf", "conf")]
)
def test_the_config_folder_is_the_one_that_is_named(
    named: str, config: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", named.format(tmp_path))
    assert this_place().config == tmp_path / config


def test_a_program_in_ones_own_folder_is_nothing_for_everyone(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert this_place(everyone=True).everyone
    monkeypatch.setattr(sys, "executable", str(home / ".local/bin/python"))
    assert this_place().command[0] == str(home / ".local/bin/python")
    with pytest.raises(ServiceError, match="your own folder"):
        this_place(everyone=True)


def test_on_windows_the_launcher_without_a_window_is_taken_where_there_is_one(tmp_path: Path) -> None:
    python = tmp_path / "python.exe"
    assert without_window(python) == python
    (tmp_path / "pythonw.exe").touch()
    assert without_window(python) == tmp_path / "pythonw.exe"
