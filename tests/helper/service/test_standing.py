from __future__ import annotations

from pathlib import Path

from helper.service.scratch import COMMAND, place
from postil.service import linux
from postil.service.install import install
from postil.service.standing import examine


def test_nothing_stands_in_an_empty_home(tmp_path: Path) -> None:
    assert examine(place(tmp_path)) == ()


def test_a_whole_one_is_right(tmp_path: Path) -> None:
    install(linux.WAY, place(tmp_path))
    (standing,) = examine(place(tmp_path))
    assert standing.way is linux.WAY
    assert standing.right
    assert standing.installed
    assert standing.program == COMMAND[0]
    assert not standing.gone


def test_a_part_of_it_is_installed_and_not_right(tmp_path: Path) -> None:
    install(linux.WAY, place(tmp_path))
    (tmp_path / "home/.config/systemd/user/postil.service").unlink()
    (standing,) = examine(place(tmp_path))
    assert not standing.right
    assert standing.program == ""
    assert not standing.gone
    assert [state for _, state in standing.states] == ["right", "missing", "right", "right"]


def test_a_program_that_moved_is_gone(tmp_path: Path) -> None:
    install(linux.WAY, place(tmp_path, (str(tmp_path / "gone"), "serve")))
    (standing,) = examine(place(tmp_path))
    assert standing.gone
    assert not standing.right
