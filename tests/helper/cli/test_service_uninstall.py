from __future__ import annotations

from pathlib import Path

from helper.service.scratch import run_service as run
from helper.service.scratch import tree
from postil.server.pairings import create


def test_what_was_never_there_is_no_trouble(tmp_path: Path) -> None:
    done = run(tmp_path, "uninstall")
    assert done.returncode == 0
    assert done.stdout == "There was nothing to take away.\n"
    assert tree(tmp_path) == {}


def test_pairings_go_with_a_purge_alone(tmp_path: Path) -> None:
    kept = tmp_path / ".local/state/postil"
    create("work", folder=kept)
    run(tmp_path, "install", "--by", "systemd")
    done = run(tmp_path, "uninstall")
    assert done.stdout.count("Taken away: ") == 4
    assert (kept / "pairings.json").exists()
    done = run(tmp_path, "uninstall", "--purge")
    assert f"Taken away: {kept}" in done.stdout
    assert "Forget" in done.stdout
    assert tree(tmp_path) == {}
