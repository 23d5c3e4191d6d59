"""A pack as one file: gzip around a JSON object of the rule files by name. Plain data, opened within limits."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from postil.errors import UpdateError
from postil.rulebook.kept import FOLDERS

FORMAT: Final = 1
LARGEST_OPENED: Final = 16 * 2**20
LARGEST_FILE: Final = 2**20
MOST_FILES: Final = 5000
_NAME = re.compile(rf"(?:{'|'.join(FOLDERS)})/[a-z0-9][a-z0-9-]{{0,99}}\.yaml")
"""No other folder, no way out of one, no name that some system reads otherwise."""
_RESERVED = re.compile(r"/(?:con|prn|aux|nul|com\d|lpt\d)\.")
"""Names that Windows keeps for itself."""
_GZIP: Final = 16 + zlib.MAX_WBITS


def wrap(files: Mapping[str, str]) -> bytes:
    """The pack of these rule files. The same files are always the same bytes."""
    values = {"format": FORMAT, "files": dict(sorted(files.items()))}
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), 9, mtime=0)


def unwrap(data: bytes) -> dict[str, str]:
    """The rule files of a pack.

    Raises:
        UpdateError: it is none, or goes beyond a limit.
    """
    opener = zlib.decompressobj(_GZIP)
    try:
        opened = opener.decompress(data, LARGEST_OPENED + 1)
    except zlib.error as error:
        raise _unfit("It cannot be unpacked.") from error
    if len(opened) > LARGEST_OPENED:
        raise _unfit(f"It holds more than {LARGEST_OPENED >> 20} MiB.")
    if not opener.eof or opener.unused_data:
        raise _unfit("It ends too early, or too late.")
    try:
        found = json.loads(opened.decode(), object_pairs_hook=_once)
        if found["format"] != FORMAT:
            raise _unfit(f"Its format is {found['format']!r}; this Postil reads {FORMAT}.")
        files = dict(found["files"])
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise _unfit("It is not what `postil packs build` writes.") from error
    if not 0 < len(files) <= MOST_FILES:
        raise _unfit(f"It has no file, or more than {MOST_FILES}.")
    for name, text in files.items():
        _check(name, text)
    return files


def _check(name: str, text: object) -> None:
    if not _NAME.fullmatch(name) or _RESERVED.search(name):
        raise _unfit("A file in it has a name that no rule file has.")
    if not isinstance(text, str) or len(text) > LARGEST_FILE:
        raise _unfit(f"{name} is no text, or too long.")
    try:
        text.encode()
    except UnicodeEncodeError as error:  # JSON can spell half a character
        raise _unfit(f"{name} is no text.") from error


def read_rules(folder: Path) -> dict[str, str]:
    """The rule files of a folder, as a pack has them: `terms/insults.yaml` -> text.

    Raises:
        OSError, UnicodeDecodeError: one cannot be read.
    """
    return {
        f"{kind}/{file.name}": file.read_bytes().decode()
        for kind in FOLDERS
        for file in sorted((folder / kind).glob("*.yaml"))
    }


def lay_out(files: Mapping[str, str], folder: Path) -> None:
    """Write rule files, whose names were looked at, to an empty folder.

    Raises:
        OSError: one cannot be written.
    """
    for kind in FOLDERS:
        (folder / kind).mkdir()
    for name, text in files.items():
        (folder / name).write_bytes(text.encode())


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) != len(pairs):
        raise ValueError("A name stands twice.")
    return dict(pairs)


def _unfit(what: str) -> UpdateError:
    return UpdateError(
        f"The pack cannot be used. {what}",
        where="the pack",
        remedy="The last good pack stays. Tell whoever publishes it.",
    )
