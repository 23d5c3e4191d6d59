"""The packs on this computer: each in a folder named by its hash, and one file that says which is in force.

That file holds the release's exact signed bytes and its signatures, and is replaced as a whole: killed at any moment,
on a full disk or off, there is the pack of before or the new one, and never a part of one.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from postil.config import packs_folder
from postil.disk import sync_folder
from postil.errors import UpdateError
from postil.updates.parcel import lay_out, read_rules, unwrap
from postil.updates.supply import CURRENT

PACK: Final = "pack.postil"
RULEBOOK: Final = "rulebook"
"""The rulebook as it was read in the trial, with its fingerprint, so that the helper need not read the files."""
_MEMORY: Final = "memory.json"
_LOCK: Final = "lock"
_NEW: Final = ".new-"
_PRIVATE: Final = 0o700
_READABLE: Final = 0o644
"""For others to read at most: from what they could have written, nobody takes a rulebook."""
_WRITING: Final = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
_LARGEST: Final = 65_536


@dataclass(frozen=True, slots=True)
class Signed:
    """A release as it came: exact bytes, and the lines of signatures."""

    latest: bytes
    signatures: str


class Store:
    """A folder of packs."""

    def __init__(self, folder: Path | None = None) -> None:
        """Use this folder, which need not exist; by default this person's."""
        self.folder = folder or packs_folder()

    def current(self) -> Signed | None:
        """The release in force, as it was signed; whether it holds is not looked at here."""
        found = _read_json(self.folder / CURRENT)
        latest, signatures = found.get("latest"), found.get("signatures")
        if not isinstance(latest, str) or not isinstance(signatures, str):
            return None
        return Signed(latest.encode(errors="surrogatepass"), signatures)

    def place_of(self, digest: str) -> Path:
        """The folder of a pack, whether it is there or not."""
        return self.folder / digest

    def is_whole(self, digest: str) -> bool:
        """Whether the pack lies here, byte for byte, and its rule files are those that it holds."""
        place = self.place_of(digest)
        try:
            data = (place / PACK).read_bytes()
            return sha256(data).hexdigest() == digest and unwrap(data) == read_rules(place)
        except (OSError, UnicodeDecodeError, UpdateError):
            return False

    @contextmanager
    def staged(self, data: bytes) -> Iterator[Path]:
        """A folder beside the others with a pack and its files, gone afterwards unless it was given its place.

        Raises:
            UpdateError: the pack cannot be opened.
            OSError: it cannot be written.
        """
        files = unwrap(data)
        place = Path(tempfile.mkdtemp(prefix=_NEW, dir=self.folder))
        try:
            write_whole(place / PACK, data)
            lay_out(files, place)
            yield place
        finally:
            shutil.rmtree(place, ignore_errors=True)

    def give_place(self, staged: Path, digest: str) -> None:
        """Put a staged pack where it belongs, over one that was damaged."""
        place = self.place_of(digest)
        if place.exists():
            place.rename(Path(tempfile.mkdtemp(prefix=_NEW, dir=self.folder)) / "damaged")
        staged.rename(place)
        sync_folder(self.folder)

    def swap(self, signed: Signed) -> None:
        """Put a release in force. What it needs is here already."""
        values = {"latest": signed.latest.decode(), "signatures": signed.signatures}
        write_whole(self.folder / CURRENT, json.dumps(values, indent=1).encode())

    def clear_drafts(self) -> None:
        """Take away what a killed round left. Nobody else is at work while this one holds the lock."""
        for one in self.folder.glob(f"{_NEW}*"):
            if one.is_dir():
                shutil.rmtree(one, ignore_errors=True)
            else:
                with suppress(OSError):
                    one.unlink()

    def keep_only(self, *digests: str) -> None:
        """Take away all packs but these. The one before stays: a helper may be about to read it."""
        for one in self.folder.iterdir():
            if one.is_dir() and one.name not in digests:
                shutil.rmtree(one, ignore_errors=True)

    def memory(self) -> dict[str, Any]:
        """What was remembered of earlier rounds; nothing where that is damaged."""
        return _read_json(self.folder / _MEMORY)

    def remember(self, memory: dict[str, Any]) -> None:
        """Remember it. On a full disk the next round knows less, and that is all."""
        with suppress(OSError):
            write_whole(self.folder / _MEMORY, json.dumps(memory, indent=1).encode())

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the folder, made here if need be, against other rounds.

        Raises:
            OSError: it cannot be made, or another round is at work.
        """
        self.folder.mkdir(_PRIVATE, parents=True, exist_ok=True)
        descriptor = os.open(self.folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _hold(descriptor)
            yield
        finally:
            os.close(descriptor)


def write_whole(path: Path, data: bytes) -> None:
    """Replace a file as a whole, on the disk and not in its cache alone, or leave it as it was.

    Raises:
        OSError: it cannot be written.
    """
    draft = path.with_name(f"{_NEW}{path.name}-{os.getpid()}")
    try:
        with os.fdopen(os.open(draft, _WRITING, _READABLE), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        sync_folder(path.parent)
    except OSError:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise


def _read_json(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _hold(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - Windows alone

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError(error.errno, error.strerror) from error
    else:
        import fcntl  # noqa: PLC0415 - not on Windows

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
