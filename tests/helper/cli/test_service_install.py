from __future__ import annotations

from pathlib import Path

import pytest

from helper.service.scratch import run_service as run
from helper.service.scratch import tree


@pytest.mark.parametrize("by", ["systemd", "autostart"])
def test_the_whole_way_on_a_scratch_home(by: str, tmp_path: Path) -> None:
    before = tree(tmp_path)
    assert run(tmp_path, "status").returncode == 1
    done = run(tmp_path, "install", "--by", by, "--later")
    assert done.returncode == 0
    assert done.stdout.count("Written: ") == {"systemd": 4, "autostart": 2}[by]
    assert "It begins at the next log-in." in done.stdout
    again = run(tmp_path, "install", "--by", by, "--later")
    assert again.stdout.startswith("All was in place already.")
    assert f"{tmp_path}/.config" in run(tmp_path, "status").stdout
    gone = run(tmp_path, "uninstall", "--purge")
    assert gone.returncode == 0
    assert tree(tmp_path) == before


def test_what_stands_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / ".config").touch()
    done = run(tmp_path, "install", "--by", "systemd")
    assert done.returncode == 2
    assert done.stderr.startswith("This cannot be written")
    assert "Traceback" not in done.stderr


def test_a_way_of_another_system_is_no_choice(tmp_path: Path) -> None:
    assert run(tmp_path, "install", "--by", "carrier-pigeon").returncode == 2
    assert tree(tmp_path) == {}


def test_updates_that_are_configured_are_asked_for(tmp_path: Path) -> None:
    setting = tmp_path / ".config/postil/updates.toml"
    setting.parent.mkdir(parents=True)
    setting.write_text("")
    done = run(tmp_path, "install", "--by", "systemd", "--later")
    assert done.stdout.count("Written: ") == 7
    assert "It asks for policy updates every six hours or so" in done.stdout
    assert run(tmp_path, "status").returncode == 0
    setting.unlink()
    status = run(tmp_path, "status")
    assert status.returncode == 1
    assert "postil-updates.timer is there, though no policy updates are configured." in status.stdout
    again = run(tmp_path, "install", "--by", "systemd", "--later")
    assert again.stdout.count("Taken away: ") == 3
    assert run(tmp_path, "status").returncode == 0
