from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from postil.updates import supply
from postil.updates.store import Store, write_whole
from postil.updates.supply import CURRENT, Supply, wants_updates


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(supply, "packs_folder", lambda: tmp_path)
    monkeypatch.setattr(supply, "update_settings", lambda: (tmp_path / "everyone", tmp_path / "mine"))
    return tmp_path


@pytest.mark.parametrize("name", [CURRENT, "everyone", "mine"])
def test_whatever_decides_is_watched(places: Path, name: str) -> None:
    watched = Supply()
    stamps = {watched.stamp()}
    for text in (b"one", b"two", b"two"):
        write_whole(places / name, text)
        stamps.add(watched.stamp())
    (places / name).unlink()
    assert watched.stamp() in stamps
    assert len(stamps) == 4


def test_updates_are_off_until_somebody_says_otherwise(places: Path) -> None:
    assert not wants_updates()
    assert Supply().find() is None
    (places / "mine").symlink_to("nowhere")  # one that is broken is said, not passed over
    assert wants_updates()
    assert not wants_updates(everyone=True)
    (places / "everyone").touch()
    assert wants_updates(everyone=True)


def test_where_they_are_off_nothing_is_read_or_imported(tmp_path: Path) -> None:
    script = (
        "import sys; from postil.updates.supply import Supply\n"
        "before = set(sys.modules); assert Supply().find() is None; Supply().stamp()\n"
        "print(*(name for name in sys.modules if name in {'tomllib', 'json', 'urllib.request', 'cryptography', 'zlib'}))"
    )
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=os.environ | home
    )
    assert set(done.stdout.split()) <= {"zlib"}  # which importing from an archive needs
    assert Store(tmp_path / "packs").current() is None
