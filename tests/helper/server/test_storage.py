from __future__ import annotations

import multiprocessing
import os
import stat
from pathlib import Path

import pytest

from postil.errors import StorageError
from postil.server import storage


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "above" / "state" / "secret.json"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_is_written_is_read_and_shut_to_others(path: Path) -> None:
    before = os.umask(0)
    try:
        storage.write_private(path, b"one")
        storage.write_private(path, b"two")
    finally:
        os.umask(before)
    assert storage.read_private(path) == b"two"
    assert (mode(path.parent), mode(path)) == (0o700, 0o600)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_nothing_there_is_no_error(path: Path) -> None:
    assert storage.read_private(path) is None
    assert storage.stamp(path) is None
    path.parent.mkdir(parents=True, mode=0o700)
    assert storage.read_private(path) is None


@pytest.mark.parametrize("loose", [0o750, 0o705, 0o711, 0o777])
def test_a_loose_folder_is_refused_both_ways(path: Path, loose: int) -> None:
    storage.write_private(path, b"x")
    path.parent.chmod(loose)
    with pytest.raises(StorageError, match="Other accounts") as refused:
        storage.read_private(path)
    assert refused.value.remedy.startswith(f"Run `chmod 700 {path.parent}`")
    with pytest.raises(StorageError):
        storage.write_private(path, b"y")


@pytest.mark.parametrize("loose", [0o640, 0o604, 0o666])
def test_a_loose_file_is_refused(path: Path, loose: int) -> None:
    storage.write_private(path, b"x")
    path.chmod(loose)
    with pytest.raises(StorageError, match="Other accounts"):
        storage.read_private(path)


def test_a_linked_file_is_refused(path: Path, tmp_path: Path) -> None:
    storage.write_private(path, b"x")
    elsewhere = tmp_path / "elsewhere"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    with pytest.raises(StorageError):
        storage.read_private(path)


def test_a_linked_folder_is_refused(path: Path, tmp_path: Path) -> None:
    storage.write_private(path, b"x")
    (tmp_path / "linked").symlink_to(path.parent)
    with pytest.raises(StorageError, match="plain folder"):
        storage.read_private(tmp_path / "linked" / path.name)


def test_a_folder_of_another_account_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    storage.write_private(path, b"x")
    monkeypatch.setattr(os, "geteuid", lambda: path.stat().st_uid + 1)
    with pytest.raises(StorageError, match="another account"):
        storage.read_private(path)


def test_a_failed_write_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    storage.write_private(path, b"old")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(StorageError, match="No space left"):
        storage.write_private(path, b"new")
    assert storage.read_private(path) == b"old"
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("place", ["folder", "link"])
def test_a_lock_that_cannot_be_had_is_said(path: Path, place: str) -> None:
    storage.make_folder(path.parent)
    lock = path.parent / "lock"
    lock.mkdir() if place == "folder" else lock.symlink_to(path)
    with pytest.raises(StorageError) as refused, storage.locked(path.parent):
        pass
    assert refused.value.where == str(lock)


def test_the_stamp_changes_with_every_replacement(path: Path) -> None:
    stamps = set()
    for _ in range(5):
        storage.write_private(path, b"same")
        stamps.add(storage.stamp(path))
    assert len(stamps) == 5


def count_up(path: Path) -> None:
    for _ in range(20):
        with storage.locked(path.parent):
            storage.write_private(path, str(int(storage.read_private(path) or 0) + 1).encode())


def test_a_lock_holds_other_processes_off(path: Path) -> None:
    spawn = multiprocessing.get_context("fork")
    workers = [spawn.Process(target=count_up, args=(path,)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert storage.read_private(path) == b"60"
