from __future__ import annotations

from pathlib import Path

import pytest

from helper.cli.packed import move_in
from helper.updates.conftest import host, publisher, try_here
from postil.updates import building, update

__all__ = ["home", "host", "publisher"]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A scratch home, in which packs are tried in this process."""
    move_in(tmp_path / "home", monkeypatch)
    monkeypatch.setattr(update, "try_pack", try_here)
    monkeypatch.setattr(building, "try_files", lambda _files: None)
    return tmp_path / "home"
