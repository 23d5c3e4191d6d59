"""One private file in a private folder: shut to others before the first secret byte, replaced as a whole."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from postil.disk import sync_folder
from postil.errors import StorageError

FOLDER_MODE = 0o700
FILE_MODE = 0o600
_OTHERS = 0o077
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)

Stamp = tuple[int, int, int]
"""What changes with every replacement: inode, nanoseconds, bytes."""


def make_folder(folder: Path) -> None:
    """Make the folder, shut to others, unless it is there already.

    Raises:
        StorageError: it cannot be made, or is open to others.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
    except OSError as error:
        raise StorageError(
            f"The folder cannot be made: {error.strerror}.",
            where=str(folder),
            remedy="Make the folder above it writable for your account.",
        ) from error
    check_folder(folder)


def check_folder(folder: Path) -> None:
    """Refuse a folder that is not ours alone.

    Raises:
        StorageError: it is a link, another account's, or open to others.
    """
    _check(os.lstat(folder), folder, stat.S_ISDIR, FOLDER_MODE)


def _check(found: os.stat_result, path: Path, is_kind: Callable[[int], bool], mode: int) -> None:
    if (
        sys.platform == "win32"
    ):  # modes say nothing there; the folder inherits the profile's own list of rights
        return
    if not is_kind(found.st_mode):
        raise StorageError("This is not a plain folder or file.", where=str(path), remedy="Move it away.")
    if found.st_uid != os.geteuid():
        raise StorageError("This belongs to another account.", where=str(path), remedy="Move it away.")
    if stat.S_IMODE(found.st_mode) & _OTHERS:
        raise StorageError(
            "Other accounts of this computer can get at this.",
            where=str(path),
            remedy=f"Run `chmod {mode:o} {path}`; if others may have read it, pair your browsers anew.",
        )


def stamp(path: Path) -> Stamp | None:
    """What tells whether the file was replaced; `None` where there is none, or none to be seen."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def read_private(path: Path) -> bytes | None:
    """The file's bytes; `None` where there is none.

    Raises:
        StorageError: it or its folder is open to others, or cannot be read.
    """
    try:
        check_folder(path.parent)
        descriptor = os.open(path, os.O_RDONLY | _NO_LINKS | _BINARY)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unusable(path, error) from error
    with os.fdopen(descriptor, "rb") as file:
        _check(os.fstat(descriptor), path, stat.S_ISREG, FILE_MODE)
        return file.read()


def write_private(path: Path, data: bytes) -> None:
    """Replace the file as a whole, or leave it as it was.

    Raises:
        StorageError: its folder is open to others, or it cannot be written.
    """
    make_folder(path.parent)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.unlink(missing_ok=True)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINKS | _BINARY, FILE_MODE)
        with os.fdopen(descriptor, "wb") as file:
            _check(os.fstat(descriptor), draft, stat.S_ISREG, FILE_MODE)
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        draft.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise _unusable(path, error) from error


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder against other processes of ours: what is read within still holds at the end.

    Raises:
        StorageError: the folder is open to others, or cannot be held.
    """
    make_folder(folder)
    path = folder / "lock"
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | _NO_LINKS, FILE_MODE)
    except OSError as error:
        raise _unusable(path, error) from error
    try:
        try:
            _wait_for(descriptor)
        except OSError as error:
            raise _unusable(path, error) from error
        yield
    finally:
        os.close(descriptor)


def _wait_for(descriptor: int) -> None:
    """Hold an open file, once whoever holds it has let go. Windows gives up after ten seconds."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - Windows alone

        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - not on Windows

        fcntl.flock(descriptor, fcntl.LOCK_EX)


def _unusable(path: Path, error: OSError) -> StorageError:
    return StorageError(
        f"This cannot be read or written: {error.strerror}.",
        where=str(path),
        remedy="Give your account the rights to it, or move it away and pair anew.",
    )
