from __future__ import annotations

from pathlib import Path

import pytest

from helper.server.house import CHROME, FIREFOX
from postil.cli import whose_extension
from postil.cli.browsers import Profile
from postil.cli.patient import Patient
from postil.cli.whose_extension import look_at_browsers
from postil.server.pairings import Pairings, create, read

HERE = Profile("Chromium", "Default", CHROME)
WITHOUT = Profile("Firefox", "x.default", None)


def look(
    folder: Path, patch: pytest.MonkeyPatch, *profiles: Profile, **paired: str
) -> list[tuple[str, bool]]:
    """The sentences, each with whether something is to do."""
    for name, origin in paired.items():
        create(name, folder=folder)
        (waiting,) = [one for one in read(folder) if one.name == name]
        Pairings(folder).pin(waiting.keys.kid, origin, None)
    patch.setattr(whose_extension, "profiles", lambda: iter(profiles))
    return [(one.sentence, bool(one.remedy)) for one in look_at_browsers(Patient(1, None, folder))]


def test_the_extension_and_its_pairing_are_brought_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert look(tmp_path / "state", monkeypatch, HERE, WITHOUT, work=CHROME) == [
        ("Chromium (profile Default) has the extension, paired as work.", False)
    ]


def test_an_extension_without_a_pairing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert look(tmp_path / "state", monkeypatch, HERE) == [
        ("Chromium (profile Default) has the extension, and is not paired.", True)
    ]


def test_a_browser_without_the_extension_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert look(tmp_path / "state", monkeypatch, WITHOUT) == [
        ("No browser has the extension, as far as can be seen (Firefox).", True)
    ]


def test_after_it_was_installed_anew_both_halves_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = Profile("Firefox", "x.default", FIREFOX.replace("0b0a", "ffff"))
    (first, to_do), (second, nothing) = look(tmp_path / "state", monkeypatch, again, old=FIREFOX)
    assert (first, to_do) == ("Firefox (profile x.default) has the extension, and is not paired.", True)
    assert second.startswith("Paired, and in no browser that can be seen: old.")
    assert not nothing


def test_a_browser_in_an_unusual_place_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert look(tmp_path / "one", monkeypatch, WITHOUT, work=CHROME) == []
    ((said, to_do),) = look(tmp_path / "two", monkeypatch, work=CHROME)
    assert said.startswith("No browser's profile lies in its usual place")
    assert not to_do
