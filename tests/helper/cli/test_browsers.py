from __future__ import annotations

import json
from pathlib import Path

import pytest

from postil.cli.browsers import GECKO, Profile, profiles

ROOT = Path(__file__).parents[3]
MANIFEST = (ROOT / "extension" / "src" / "manifest.json").read_text()
UUID = "0b0a7c1e-9d3b-4a55-8d0a-0e5a6f1c2d3e"
ID = "abcdefghijklmnopabcdefghijklmnop"


def firefox(
    home: Path, uuids: dict[str, str] | None, name: str = "x.default", place: str = ".mozilla/firefox"
) -> None:
    """A profile as Firefox writes it."""
    folder = home / place / name
    folder.mkdir(parents=True)
    line = "" if uuids is None else json.dumps(json.dumps(uuids))
    (folder / "prefs.js").write_text(
        f'// Mozilla\nuser_pref("a.b", 1);\nuser_pref("extensions.webextensions.uuids", {line});\nuser_pref("c", "d");\n'
    )


def chrome(home: Path, path: str, file: str = "Secure Preferences", place: str = ".config/chromium") -> Path:
    """A profile as Chromium writes it, with one extension."""
    folder = home / place / "Default"
    folder.mkdir(parents=True)
    (folder / "Preferences").write_text("{}")
    others = {"nmmhkkegccagdldgiimedpiccmgmieda": {"path": "nmm/1.0"}, "odd": {}}
    (folder / file).write_text(json.dumps({"extensions": {"settings": {**others, ID: {"path": path}}}}))
    return folder


def test_the_id_is_the_manifests() -> None:
    assert json.loads(MANIFEST)["browser_specific_settings"]["gecko"]["id"] == GECKO


def test_firefox_names_the_origin(tmp_path: Path) -> None:
    firefox(tmp_path, {"other@example": "1", GECKO: UUID})
    firefox(tmp_path, {"other@example": "1"}, "y.work")
    assert list(profiles(tmp_path, "linux")) == [
        Profile("Firefox", "x.default", f"moz-extension://{UUID}"),
        Profile("Firefox", "y.work", None),
    ]


@pytest.mark.parametrize("file", ["Preferences", "Secure Preferences"])
@pytest.mark.parametrize("packed", [False, True])
def test_chromium_names_the_origin(packed: bool, file: str, tmp_path: Path) -> None:  # noqa: FBT001
    unpacked = tmp_path / "checkout"
    profile = chrome(tmp_path, f"{ID}/0.1.0_0" if packed else str(unpacked), file)
    assert [one.origin for one in profiles(tmp_path, "linux")] == [None]  # known, and not there
    folder = profile / "Extensions" / ID / "0.1.0_0" if packed else unpacked
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text(MANIFEST)
    assert list(profiles(tmp_path, "linux")) == [Profile("Chromium", "Default", f"chrome-extension://{ID}")]


@pytest.mark.parametrize(
    ("platform", "place", "browser"),
    [
        ("linux", "snap/chromium/common/chromium", "Chromium"),
        ("linux", ".config/microsoft-edge", "Edge"),
        ("darwin", "Library/Application Support/Google/Chrome", "Chrome"),
        ("win32", "AppData/Local/BraveSoftware/Brave-Browser/User Data", "Brave"),
    ],
)
def test_every_system_has_its_places(platform: str, place: str, browser: str, tmp_path: Path) -> None:
    chrome(tmp_path, "x", place=place)
    assert [one.browser for one in profiles(tmp_path, platform)] == [browser]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"extensions": 1}', '{"extensions": {"settings": [1]}}', "\xff"]
)
def test_what_is_damaged_has_none(text: str, tmp_path: Path) -> None:
    folder = chrome(tmp_path, "x")
    (folder / "Secure Preferences").write_text(text)
    firefox(tmp_path, None)
    assert [one.origin for one in profiles(tmp_path, "linux")] == [None, None]


def test_an_empty_home_has_no_browsers(tmp_path: Path) -> None:
    assert list(profiles(tmp_path)) == []
    assert list(profiles(tmp_path, "plan9")) == []
