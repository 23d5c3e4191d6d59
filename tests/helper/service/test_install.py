from __future__ import annotations

from pathlib import Path

import pytest

from helper.service.scratch import Programs, manager, place, tree
from postil.errors import ServiceError
from postil.service import autostart, linux
from postil.service.install import install
from postil.service.standing import examine
from postil.service.uninstall import uninstall


def test_a_second_install_writes_nothing(tmp_path: Path) -> None:
    first = install(linux.WAY, place(tmp_path))
    before = tree(tmp_path)
    second = install(linux.WAY, place(tmp_path))
    assert [Path(where).name for where in first.written] == [
        "postil.socket",
        "postil.service",
        "postil.socket",
        "rulebook",
    ]
    assert not first.begun
    assert second.written == ()
    assert tree(tmp_path) == before


@pytest.mark.parametrize("name", ["postil.socket", "postil.service", "sockets.target.wants/postil.socket"])
@pytest.mark.parametrize("harm", ["changed", "deleted"])
def test_whatever_is_amiss_is_mended(name: str, harm: str, tmp_path: Path) -> None:
    install(linux.WAY, place(tmp_path))
    good = tree(tmp_path)
    piece = tmp_path / "home/.config/systemd/user" / name
    piece.unlink()
    if harm == "changed":
        piece.write_text("other")
    done = install(linux.WAY, place(tmp_path))
    assert done.written == (str(piece),)
    assert tree(tmp_path) == good


def test_a_running_one_is_stopped_before_its_pieces_change_and_left_alone_otherwise(
    tmp_path: Path, programs: Programs
) -> None:
    programs.provide("systemctl")
    with manager(tmp_path / "run"):
        assert install(linux.WAY, place(tmp_path)).begun
        verbs = [line.split()[3] for line in programs.called()]
        assert verbs == ["stop", "reset-failed", "daemon-reload", "reset-failed", "start"]
        install(linux.WAY, place(tmp_path))
        assert "stop" not in " ".join(programs.called())


def test_later_means_that_nothing_is_told_to_stop_or_start(tmp_path: Path, programs: Programs) -> None:
    programs.provide("systemctl")
    with manager(tmp_path / "run"):
        assert not install(linux.WAY, place(tmp_path), later=True).begun
    assert programs.called() == ["systemctl --user --quiet daemon-reload"]


def test_one_way_takes_the_place_of_another(tmp_path: Path) -> None:
    before = tree(tmp_path)
    install(linux.WAY, place(tmp_path), later=True)
    install(autostart.WAY, place(tmp_path), later=True)
    assert [standing.way.name for standing in examine(place(tmp_path))] == ["autostart"]
    uninstall(place(tmp_path))
    assert tree(tmp_path) == before


def test_half_an_install_can_be_taken_away(tmp_path: Path) -> None:
    folder = tmp_path / "home/.config/systemd/user"
    folder.mkdir(parents=True)
    (folder / "sockets.target.wants").touch()  # a file where a folder should be
    before = tree(tmp_path)
    with pytest.raises(ServiceError):
        install(linux.WAY, place(tmp_path))
    assert tree(tmp_path) != before
    uninstall(place(tmp_path))
    assert tree(tmp_path) == before
