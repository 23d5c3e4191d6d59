"""The browsers that may ask: made by `postil pair`, pinned to one extension by its first good hello.

On disk stand the derived keys alone. The secret that they come from is in the line that is printed once.
"""

from __future__ import annotations

import itertools
import json
import re
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from postil.config import PORT, state_folder
from postil.errors import PairingError, StorageError
from postil.server import storage
from postil.server.line import SECRET_BYTES, write_line
from postil.server.pairing import Pairing, from_json, to_json
from postil.server.seal import derive

_FILE = "pairings.json"
_FORMAT = 1
_NAME = re.compile(r"\w[\w ./-]{0,39}")


def create(
    name: str | None = None, *, anew: bool = False, port: int = PORT, folder: Path | None = None
) -> str:
    """Make a pairing that waits for its browser; returns the line, which is kept nowhere.

    Args:
        name: What the person calls it; made up where it is left out.
        anew: Whether a pairing of that name is replaced. One that still waits is replaced in any case.
        port: Where the helper listens.
        folder: Where the pairings are.

    Raises:
        PairingError: the name is taken or unusable.
        StorageError: the folder is open to others or cannot be written.
    """
    folder = folder or state_folder()
    secret = secrets.token_bytes(SECRET_BYTES)
    now = time.time()
    with storage.locked(folder):
        pairings = [
            pairing
            for pairing in read(folder)
            if pairing.is_live(now) and not (pairing.name == name and (anew or pairing.origin is None))
        ]
        taken = {pairing.name for pairing in pairings}
        pairing = Pairing(name=_choose(name, taken), keys=derive(secret), created=int(now))
        _write(folder, [*pairings, pairing])
    return write_line(secret, port)


def _choose(name: str | None, taken: set[str]) -> str:
    if name is None:
        return next(name for count in itertools.count(1) if (name := f"browser-{count}") not in taken)
    if name in taken:
        raise PairingError(
            f"There is a pairing called {name} already.",
            where=name,
            remedy="Choose another name, or take the old one away first: `postil unpair`.",
        )
    if not _NAME.fullmatch(name):
        raise PairingError(
            "A name has at most 40 letters, digits, spaces, dots, slashes and hyphens.",
            where="--name",
            remedy="Choose a plainer name, such as work-firefox.",
        )
    return name


def read(folder: Path | None = None) -> tuple[Pairing, ...]:
    """All pairings on disk, those that have run out among them.

    Raises:
        StorageError: the file is damaged or open to others.
    """
    path = (folder or state_folder()) / _FILE
    data = storage.read_private(path)
    if data is None:
        return ()
    try:
        found = json.loads(data)
        return tuple(from_json(one) for one in found["pairings"])
    except (ValueError, TypeError, KeyError, AttributeError):
        raise StorageError(
            "The pairings are damaged.",
            where=str(path),
            remedy="Delete the file and pair your browsers anew.",
        ) from None


def remove(name: str, folder: Path | None = None) -> None:
    """Forget a pairing; the running helper notices.

    Raises:
        PairingError: there is none of that name.
        StorageError: the file is damaged, open to others or cannot be written.
    """
    folder = folder or state_folder()
    with storage.locked(folder):
        pairings = read(folder)
        rest = [pairing for pairing in pairings if pairing.name != name]
        if len(rest) == len(pairings):
            names = ", ".join(pairing.name for pairing in pairings) or "none"
            raise PairingError(
                f"There is no pairing called {name}.", where=name, remedy=f"The pairings are: {names}."
            )
        _write(folder, rest)


class Pairings:
    """The pairings as the running helper sees them: read again whenever another process replaced the file."""

    def __init__(self, folder: Path | None = None, clock: Callable[[], float] = time.time) -> None:
        """Read the pairings.

        Raises:
            StorageError: they are damaged or open to others.
        """
        self._folder = folder or state_folder()
        self._clock = clock
        self._stamp = storage.stamp(self._folder / _FILE)
        self._by_kid = {pairing.keys.kid: pairing for pairing in read(self._folder)}

    def find(self, kid: bytes) -> Pairing | None:
        """The live pairing of this key id.

        Raises:
            StorageError: the file was replaced by one that is damaged or open to others.
        """
        stamp = storage.stamp(self._folder / _FILE)
        if stamp != self._stamp:
            self._by_kid = {}
            self._by_kid = {pairing.keys.kid: pairing for pairing in read(self._folder)}
            self._stamp = stamp
        pairing = self._by_kid.get(kid)
        return pairing if pairing and pairing.is_live(self._clock()) else None

    def pin(self, kid: bytes, origin: str, browser: str | None) -> bool:
        """Bind a waiting pairing to the extension that used its line. False where it is bound to another."""
        with storage.locked(self._folder):
            pairings = read(self._folder)
            mine = [pairing for pairing in pairings if pairing.keys.kid == kid]
            if not mine or mine[0].origin not in {None, origin} or not mine[0].is_live(self._clock()):
                return False
            pinned = replace(mine[0], origin=origin, browser=browser)
            if pinned != mine[0]:
                _write(self._folder, [pinned if pairing is mine[0] else pairing for pairing in pairings])
        return True


def _write(folder: Path, pairings: Sequence[Pairing]) -> None:
    data = json.dumps({"format": _FORMAT, "pairings": [to_json(pairing) for pairing in pairings]}, indent=1)
    storage.write_private(folder / _FILE, data.encode())
