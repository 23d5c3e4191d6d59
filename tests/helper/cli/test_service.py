from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from helper.server.process import TINY
from helper.service.scratch import place
from postil.cli.service import sentences, standings
from postil.service import autostart, kept, linux
from postil.service.install import install
from postil.service.place import this_place
from postil.service.standing import Standing, examine


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, and nobody's systemd."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in ("CONFIG", "STATE", "DATA", "CACHE"):
        monkeypatch.delenv(f"XDG_{name}_HOME", raising=False)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    monkeypatch.setattr(kept, "rules_folder", lambda: TINY)  # to keep all rules takes seconds
    return folder


def said(standing: Standing) -> str:
    return "\n".join(sentence for pair in sentences(standing) for sentence in pair)


def test_what_is_right_needs_one_sentence(tmp_path: Path) -> None:
    install(linux.WAY, place(tmp_path))
    (standing,) = examine(place(tmp_path))
    assert list(sentences(standing)) == [
        ("Postil starts at log-in: systemd holds its port, and starts it when a browser asks.", "")
    ]


def test_what_is_amiss_is_named_with_its_cure(tmp_path: Path) -> None:
    install(linux.WAY, place(tmp_path, (str(tmp_path / "gone"), "serve")))
    (tmp_path / "home/.config/systemd/user/postil.socket").unlink()
    words = said(examine(place(tmp_path))[0])
    assert f"It starts {tmp_path}/gone, which is gone." in words
    assert f"{tmp_path}/home/.config/systemd/user/postil.socket is missing." in words
    assert "postil.service is not as this version of Postil would write it." in words
    assert "Run `postil service install`: it mends this." in words


def test_another_postil_is_named(tmp_path: Path) -> None:
    other = shutil.which("true") or "/bin/true"
    install(linux.WAY, place(tmp_path, (other,)))
    assert f"It starts another Postil than this one: {other}." in said(examine(place(tmp_path))[0])


def test_one_that_does_not_run_is_named(tmp_path: Path) -> None:
    install(autostart.WAY, place(tmp_path, ("/nowhere/postil",)), later=True)
    words = said(examine(place(tmp_path, ("/nowhere/postil",)))[0])
    assert "It is not on its post now.\nRun `postil service install`: it starts it." in words


def test_what_is_for_everyone_is_said_to_be(tmp_path: Path) -> None:
    where = place(tmp_path, everyone=True)
    install(linux.WAY, where)
    (tmp_path / "etc/systemd/user/postil.socket").unlink()
    words = said(examine(where)[0])
    assert "starts at log-in for everyone on this computer: " in words
    assert "`postil service install --everyone`" in words


def test_another_installation_for_everyone_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = shutil.which("true") or "/bin/true"
    install(linux.WAY, place(tmp_path, (theirs,), everyone=True))
    mine = place(tmp_path)
    monkeypatch.setattr("postil.cli.service.this_place", lambda **_: mine)
    (standing,) = standings()
    assert standing.right
    assert standing.program == theirs


def test_an_empty_home_has_none() -> None:
    assert examine(this_place()) == ()
