from __future__ import annotations

from pathlib import Path

import pytest

from helper.service.scratch import tree
from postil.config import state_folder
from postil.errors import ServiceError
from postil.service import folders


@pytest.mark.parametrize(
    "there", ["", ".config", ".config/systemd/user", ".local/state", ".local/state/postil"]
)
def test_what_was_made_is_unmade_and_no_more(there: str, home: Path) -> None:
    (home / there).mkdir(parents=True, exist_ok=True)
    before = tree(home)
    folders.remember(folders.make(home / ".config/systemd/user"))
    folders.remember(folders.make(home / ".config/autostart"))
    folders.clear(folders.forget())
    assert tree(home) == before


def test_nothing_is_noted_where_nothing_was_made(home: Path) -> None:
    folders.remember(folders.make(home))
    assert tree(home) == {}
    assert folders.forget() == ()


def test_what_somebody_else_put_there_stays(home: Path) -> None:
    made = folders.make(home / "a" / "b")
    assert made == (home / "a", home / "a" / "b")
    (home / "a" / "theirs").touch()
    folders.clear(made)
    assert list(tree(home)) == ["a", "a/theirs"]


def test_folders_are_private_unless_they_are_for_everyone(home: Path) -> None:
    (private,) = folders.make(home / "mine")
    (shared,) = folders.make(home / "ours", shared=True)
    assert private.stat().st_mode & 0o777 == 0o700
    assert shared.stat().st_mode & 0o777 == 0o755


def test_the_folder_of_the_note_is_shut_to_others(home: Path) -> None:
    folders.remember(folders.make(home / "a"))
    assert state_folder().stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("damage", ["", "{}", "[1]", "\x00"])
def test_a_damaged_note_costs_nothing_but_empty_folders(damage: str, home: Path) -> None:
    folders.remember(folders.make(home / "a"))
    (state_folder() / "service-folders.json").write_text(damage)
    assert folders.forget() == ()
    assert (home / "a").is_dir()


def test_a_folder_that_cannot_be_made_is_said(home: Path) -> None:
    (home / "file").touch()
    with pytest.raises(ServiceError) as refused:
        folders.make(home / "file" / "folder")
    assert refused.value.where == str(home / "file" / "folder")
