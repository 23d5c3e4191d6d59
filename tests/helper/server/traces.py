"""A marked text, and the search for it: in every encoding, whole or in part, and inside what is compressed."""

from __future__ import annotations

import base64
import bz2
import io
import json
import lzma
import os
import secrets
import tempfile
import time
import urllib.parse
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

MARK = "Zuurkoolgeheimpje-ëß-🎉-4711"
"""Letters of one, two and four bytes, so that every encoding writes it otherwise."""

DEEPEST = 3
"""A zip in a gzip in a zip is opened; deeper than that nobody packs a log."""
ZLIB_STARTS = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")
MOST = 1 << 22
"""Bytes that are unpacked, and that come of it: a draft is a few hundred."""
UNPACKERS: dict[bytes, Callable[[memoryview], bytes]] = {
    b"\x1f\x8b\x08": lambda data: zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, MOST),
    b"BZh": lambda data: bz2.BZ2Decompressor().decompress(data, MOST),
    b"\xfd7zXZ": lambda data: lzma.LZMADecompressor().decompress(data, MOST),
    **{start: lambda data: zlib.decompressobj().decompress(data, MOST) for start in ZLIB_STARTS},
}
"""How something compressed begins -> how it is opened, also where it breaks off."""
SYSTEM_WIDE = tuple(
    Path(one)
    for one in {tempfile.gettempdir(), "/var/tmp", "/dev/shm", "/var/crash", "/var/lib/systemd/coredump"}  # noqa: S108 - to be searched
)
"""Where a program leaves things without being asked: temporary files, core dumps."""


def fresh_mark() -> str:
    """A mark that stands nowhere on this computer yet, not even in the source of a test."""
    return f"Zuurkoolgeheimpje-ëß-🎉-{secrets.token_hex(6)}"


def encodings(text: str) -> Iterator[bytes]:
    """The text as it could stand in a file, a log or a reply."""
    for name in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        yield text.encode(name)
    raw = text.encode()
    yield json.dumps(text)[1:-1].encode()
    yield json.dumps(text)[1:-1].upper().encode()
    yield repr(raw)[2:-1].encode()
    yield repr(text.encode("unicode-escape"))[2:-1].encode()
    yield text.encode("unicode-escape")
    yield text.encode("ascii", "xmlcharrefreplace")
    yield urllib.parse.quote(text).encode()
    yield urllib.parse.quote(text).lower().encode()
    yield urllib.parse.quote_plus(text).encode()
    for spelt in (raw, text.encode("utf-16-le"), text.encode("utf-16-be"), text.encode("utf-32-le")):
        yield spelt.hex().encode()
        yield spelt.hex().upper().encode()
        for lead in range(
            3
        ):  # base64 looks otherwise at each of three places; the edges hang on what is beside
            whole = base64.b64encode(bytes(lead) + spelt + bytes(3))
            yield whole[4:-8]
            yield whole[4:-8].translate(bytes.maketrans(b"+/", b"-_"))


def finds(data: bytes, text: str = MARK) -> list[bytes]:
    """The encodings in which the text stands in the data, or in what is packed in it."""
    looked_for = list(dict.fromkeys(encodings(text)))
    return [encoded for encoded in looked_for if any(encoded in part for part in _parts(data, DEEPEST))]


def _parts(data: bytes, depth: int) -> Iterator[bytes]:
    """The data, and all that can be unpacked out of it, wherever it begins."""
    yield data
    if depth == 0:
        return
    for start, unpack in UNPACKERS.items():
        at = data.find(start)
        while at >= 0:
            with suppress(zlib.error, OSError, EOFError, ValueError, lzma.LZMAError):
                if inside := unpack(memoryview(data)[at : at + MOST]):
                    yield from _parts(inside, depth - 1)
            at = data.find(start, at + 1)
    if b"PK\x03\x04" in data:
        with suppress(zipfile.BadZipFile, OSError, zlib.error, RuntimeError):
            packed = zipfile.ZipFile(io.BytesIO(data))
            for name in packed.namelist():
                yield from _parts(name.encode() + b"\n" + packed.read(name), depth - 1)


@dataclass
class Search:
    """A search of this computer for files that hold a text; those older than the search are left alone."""

    text: str = MARK
    began: float = field(default_factory=lambda: time.time() - 1)

    def hits(self, *folders: Path, depth: int = 9) -> list[str]:
        """Files so deep under these folders with the text in their names or their bytes, and how it is written there."""
        found = []
        for path in self._files(folders, depth):
            with suppress(OSError):
                said = finds(str(path).encode() + b"\n" + path.read_bytes(), self.text)
                found += [f"{path}: {encoded[:40]!r}" for encoded in said]
        return found

    def everywhere(self) -> list[str]:
        """The same where programs leave things without being asked: there at the top, or in a folder of their own."""
        return self.hits(*SYSTEM_WIDE, depth=2)

    def _files(self, folders: Iterable[Path], depth: int) -> Iterator[Path]:
        for folder in folders:
            with suppress(OSError), os.scandir(folder) as entries:
                for entry in entries:
                    with suppress(OSError):
                        if entry.is_dir(follow_symlinks=False):
                            yield from self._files((Path(entry),), depth - 1) if depth > 1 else ()
                        elif entry.is_file(follow_symlinks=False) and entry.stat().st_mtime >= self.began:
                            yield Path(entry)
