from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from helper.service.scratch import Programs, manager, place, tree
from postil.server.pairings import create
from postil.service import autostart, linux
from postil.service.install import install
from postil.service.uninstall import kept_folders, remove, uninstall
from postil.service.way import Way

HOMES = {
    "empty": (),
    "lived in": (
        ".config/systemd/user/theirs.service",
        ".config/autostart/theirs.desktop",
        ".local/state/theirs/x",
    ),
    "empty folders": (".config/autostart/", ".config/systemd/user/sockets.target.wants/", ".local/state/"),
}


@pytest.fixture(params=list(HOMES))
def before(request: pytest.FixtureRequest, home: Path, tmp_path: Path) -> dict[str, str]:
    """A home as it was found."""
    for name in HOMES[request.param]:
        path = home / name
        path.mkdir(parents=True) if name.endswith("/") else path.parent.mkdir(parents=True)
        if not name.endswith("/"):
            path.write_text("theirs")
    return tree(tmp_path)


@pytest.mark.parametrize("way", [linux.WAY, autostart.WAY], ids=["systemd", "autostart"])
@pytest.mark.parametrize("everyone", [False, True])
def test_nothing_is_left_behind(way: Way, everyone: bool, before: dict[str, str], tmp_path: Path) -> None:  # noqa: FBT001
    where = place(tmp_path, everyone=everyone)
    install(way, where, later=True)
    assert tree(tmp_path) != before
    assert uninstall(where)
    assert tree(tmp_path) == before
    assert uninstall(where) == ()


def test_pairings_stay_unless_they_are_purged(before: dict[str, str], tmp_path: Path, home: Path) -> None:
    install(linux.WAY, place(tmp_path))
    create("work")
    platformdirs.user_data_path("postil").mkdir(parents=True)
    kept = home / ".local/state/postil/pairings.json"
    uninstall(place(tmp_path))
    assert kept.exists()
    assert kept.parent.stat().st_mode & 0o777 == 0o700
    install(linux.WAY, place(tmp_path))
    gone = uninstall(place(tmp_path), purge=True)
    assert str(kept.parent) in gone
    left = {name for name in tree(tmp_path) if name not in before}
    assert not left


def test_a_pairing_made_before_leaves_nothing_either(tmp_path: Path, home: Path) -> None:
    create("work")
    install(linux.WAY, place(tmp_path))
    uninstall(place(tmp_path), purge=True)
    assert tree(home) == {}


def test_what_runs_is_stopped_first_and_forgotten_last(tmp_path: Path, programs: Programs) -> None:
    programs.provide("systemctl")
    with manager(tmp_path / "run"):
        install(linux.WAY, place(tmp_path))
        programs.called()
        uninstall(place(tmp_path))
    verbs = [line.split()[3] for line in programs.called()]
    assert verbs == ["stop", "reset-failed", "daemon-reload"]


def test_a_link_in_the_place_of_our_folder_is_taken_and_not_followed(home: Path) -> None:
    treasure = home / "treasure"
    treasure.mkdir()
    (treasure / "file").touch()
    (home / ".config").mkdir()
    (home / ".config/postil").symlink_to(treasure)
    assert kept_folders() == (home / ".config/postil",)
    remove(home / ".config/postil")
    remove(home / ".config/postil")
    assert list(tree(home)) == [".config", "treasure", "treasure/file"]


def test_only_folders_of_our_name_are_ever_removed(home: Path) -> None:
    for name in ("config", "local/state", "local/share", "cache"):
        (home / f".{name}" / "postil").mkdir(parents=True)
    assert {folder.name for folder in kept_folders()} == {"postil"}
    assert len(kept_folders()) == 4
