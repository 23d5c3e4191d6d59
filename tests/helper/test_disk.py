from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from postil.disk import sync_folder


def test_the_folder_itself_is_put_on_the_disk_and_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[tuple[int, int]] = []

    def noted(descriptor: int) -> None:
        found = os.fstat(descriptor)
        synced.append((descriptor, found.st_ino if stat.S_ISDIR(found.st_mode) else 0))

    monkeypatch.setattr(os, "fsync", noted)
    sync_folder(tmp_path)
    assert [inode for _, inode in synced] == [tmp_path.stat().st_ino]
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(synced[0][0])


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        sync_folder(tmp_path / "gone")
