from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from helper.updates.host import Host, Publisher, run_host
from postil.errors import UpdateError
from postil.rulebook.kept import write
from postil.rulebook.load import open_shelf
from postil.updates import building, update
from postil.updates.examine import faults
from postil.updates.store import RULEBOOK, Store


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """A static host with nothing on it."""
    with run_host(tmp_path / "host") as host:
        yield host


@pytest.fixture
def publisher(tmp_path: Path, host: Host) -> Publisher:
    """Somebody who publishes there."""
    return Publisher.at(tmp_path / "publisher", host.folder)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A person's packs: none yet."""
    return Store(tmp_path / "packs")


def try_here(folder: Path) -> None:
    """The trial without a process of its own, which takes a while to start; `test_trial.py` has the whole."""
    shelf = open_shelf(folder)
    if said := faults(folder, shelf):
        raise UpdateError(f"The pack did not pass its trial. {said[0]}", remedy="")
    (folder / RULEBOOK).write_bytes(write(shelf.rulebook(), folder))


@pytest.fixture
def tried_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Packs are tried in this process, and not at all by whoever builds them."""
    monkeypatch.setattr(update, "try_pack", try_here)
    monkeypatch.setattr(building, "try_files", lambda _files: None)
