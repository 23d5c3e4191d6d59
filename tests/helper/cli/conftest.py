from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from helper.cli.packed import move_in
from helper.updates.conftest import try_here
from helper.updates.host import Host, Publisher, run_host
from postil.updates import building, update


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A scratch home, in which packs are tried in this process."""
    move_in(tmp_path / "home", monkeypatch)
    monkeypatch.setattr(update, "try_pack", try_here)
    monkeypatch.setattr(building, "try_files", lambda _files: None)
    return tmp_path / "home"


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """A static host with nothing on it."""
    with run_host(tmp_path / "host") as host:
        yield host


@pytest.fixture
def publisher(tmp_path: Path, host: Host) -> Publisher:
    """Somebody who publishes there."""
    return Publisher.at(tmp_path / "publisher", host.folder)
