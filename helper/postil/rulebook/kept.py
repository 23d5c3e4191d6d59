"""A rulebook as it was read and compiled before, so that a start need not read six hundred files anew.

Measured: 1.3 s of processor time so, 0.1 s from here. The term lists stay packed, a tenth of the memory: what they became
is what drafts are checked with. Kept with it is a fingerprint of every rule file's content and of
the code whose values it holds: where either has changed, the files are read. Nothing but the plain values of
`postil.model` is ever made of what is kept, and of compiled lists numbers and texts, once their checksum holds.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import stat
import struct
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import is_dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from postil.model.policy import Rulebook
from postil.model.topic import TermList

FOLDERS = ("terms", "topics", "policies")
"""As `load` has them, which takes a while to import."""

_CODE = tuple(Path(__file__).parent.parent / room for room in ("model", "engine", "engine/entities"))
_SIZE = struct.Struct(">I")
_BYTES = hashlib.sha256().digest_size
_WRITABLE = 0o022


class _Values(pickle.Unpickler):
    """Makes values of `postil.model`, and refuses to so much as import anything else."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - pickle's signature
        """A dataclass of the model.

        Raises:
            UnpicklingError: something else was named.
        """
        found = super().find_class(module, name) if module.startswith("postil.model.") else None
        if isinstance(found, type) and is_dataclass(found) and found.__module__ == module:
            return found
        raise pickle.UnpicklingError


def fingerprint(rules: Path) -> bytes:
    """32 bytes that change with any rule file and with the code of the values.

    Raises:
        OSError: a file cannot be read.
    """
    digest = hashlib.sha256(repr(sys.version_info).encode())
    files = [
        *(file for room in _CODE for file in room.glob("*.py")),
        *(file for kind in FOLDERS for file in (rules / kind).iterdir()),
    ]
    for file in sorted(files, key=lambda one: (one.parent.name, one.name)):
        content = file.read_bytes() if file.is_file() else b""
        digest.update(f"\0{file.parent.name}/{file.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.digest()


class Kept(NamedTuple):
    """A rulebook without its examples, which nobody plays from here, and what its lists became, by policy."""

    rulebook: Rulebook
    compiled: Mapping[str, bytes]


def write(rulebook: Rulebook | None, rules: Path) -> bytes:
    """What to keep of a folder of rules. Rules that have problems (`None`) keep their fingerprint alone."""
    if rulebook is None:
        return fingerprint(rules)
    from postil.engine.check import Engine  # noqa: PLC0415 - not needed to read
    from postil.engine.language import FUNCTION_WORDS  # noqa: PLC0415

    engine = Engine(rulebook)
    few = {name: rulebook.terms[name] for name in (FUNCTION_WORDS,) if name in rulebook.terms}
    topics = {name: replace(topic, examples=()) for name, topic in rulebook.topics.items()}
    bare = replace(rulebook, terms=few, topics=topics)
    lists = zlib.compress(pickle.dumps(dict(rulebook.terms), 5))
    parts = [
        pickle.dumps((bare, tuple(rulebook.policies), tuple(rulebook.terms), zlib.crc32(lists)), 5),
        lists,
        *map(engine.freeze, rulebook.policies),
    ]
    return fingerprint(rules) + b"".join(_SIZE.pack(len(part)) + part for part in parts)


def read(file: Path, rules: Path) -> Kept | None:
    """What was kept of these very rules; `None` where the files have to be read."""
    try:
        with file.open("rb") as opened:
            wanted = fingerprint(rules)
            if not _is_of(opened, wanted):
                return None
            found, policies, names, checksum = _Values(io.BytesIO(opened.read(_size(opened)))).load()
            lists = opened.read(_size(opened))
            if not isinstance(found, Rulebook) or zlib.crc32(lists) != checksum:
                return None
            rulebook = replace(found, terms=_Lists(names, found.terms, lists))
            return Kept(rulebook, _Compiled(file, wanted, dict(_places(opened, policies))))
    except Exception:  # noqa: BLE001 - what is damaged may fail in any way; the rules are read then
        return None


def _is_of(opened: BinaryIO, wanted: bytes) -> bool:
    """Whether a file is ours, and of rules with this fingerprint."""
    return _trusted(os.fstat(opened.fileno())) and opened.read(_BYTES) == wanted


def _size(opened: BinaryIO) -> int:
    return int(_SIZE.unpack(opened.read(_SIZE.size))[0])


def _places(opened: BinaryIO, policies: tuple[str, ...]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Where in the file each policy's part is, and how long."""
    for policy in policies:
        size = _size(opened)
        yield policy, (opened.tell(), size)
        opened.seek(size, os.SEEK_CUR)


class _Lists(Mapping[str, TermList]):
    """The term lists, unpacked when one is asked for that is not among the `few`."""

    def __init__(self, names: Iterable[str], few: Mapping[str, TermList], packed: bytes) -> None:
        self._names = dict.fromkeys(names)
        self._few = few
        self._packed = packed
        self._every: Mapping[str, TermList] | None = None

    def __getitem__(self, name: str) -> TermList:
        if name not in self._names:
            raise KeyError(name)
        return self._few[name] if name in self._few else self._unpacked[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    @property
    def _unpacked(self) -> Mapping[str, TermList]:
        if self._every is None:
            self._every = _Values(io.BytesIO(zlib.decompress(self._packed))).load()
        return self._every


class _Compiled(Mapping[str, bytes]):
    """The parts of a file, read when they are asked for: most people ask for one policy."""

    def __init__(self, file: Path, wanted: bytes, places: dict[str, tuple[int, int]]) -> None:
        self._file = file
        self._wanted = wanted
        self._places = places

    def __getitem__(self, policy: str) -> bytes:
        start, size = self._places[policy]
        try:
            with self._file.open("rb") as opened:
                if not _is_of(opened, self._wanted):
                    return b""
                opened.seek(start)
                return opened.read(size)
        except OSError:
            return b""

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _trusted(found: os.stat_result) -> bool:
    """Whether nobody but this account and the administrator can have written it. Windows: the profile's rights."""
    if sys.platform == "win32":
        return True
    return found.st_uid in {0, os.geteuid()} and not stat.S_IMODE(found.st_mode) & _WRITABLE
