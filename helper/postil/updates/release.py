"""A release: what `latest.json` says. It is signed as it lies on the host, byte by byte, and read only after that."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from postil.config import version
from postil.errors import UpdateError
from postil.model.edition import Edition
from postil.updates.setting import PACK

FORMAT: Final = 1
LARGEST: Final = 16_384
LARGEST_PACK: Final = 8 * 2**20
HIGHEST: Final = 2**53
VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]{0,39}")
ENGINE = re.compile(r"\d{1,5}(?:\.\d{1,5}){0,3}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_HASH_IN_NAME: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One release of a pack. A higher `sequence` is newer; `size` counts bytes of the packed file."""

    pack: str
    version: str
    sequence: int
    issued: date
    expires: date
    minimum_engine: str
    sha256: str
    size: int

    @property
    def file(self) -> str:
        """The pack's name on the host: another content is another name, so it may be cached for ever."""
        return f"{self.pack}-{self.version}-{self.sha256[:_HASH_IN_NAME]}.postil"

    @property
    def edition(self) -> Edition:
        """What a person is told of it."""
        return Edition(self.version, self.issued, self.expires)


def write_release(release: Release) -> bytes:
    """The bytes of `latest.json`."""
    values = {
        "format": FORMAT,
        "pack": release.pack,
        "version": release.version,
        "sequence": release.sequence,
        "issued": release.issued.isoformat(),
        "expires": release.expires.isoformat(),
        "minimum-engine": release.minimum_engine,
        "file": release.file,
        "sha256": release.sha256,
        "size": release.size,
    }
    return (json.dumps(values, indent=2) + "\n").encode()


def read_release(data: bytes) -> Release:
    """A release from the bytes of `latest.json`. A key that is not known here is of a later Postil, and passed over.

    Raises:
        UpdateError: it cannot be used.
    """
    try:
        found = json.loads(data.decode(), object_pairs_hook=_once)
        if found["format"] != FORMAT:
            raise _unfit(f"Its format is {found['format']!r}; this Postil reads {FORMAT}.")
        release = Release(
            pack=_text(found["pack"], PACK),
            version=_text(found["version"], VERSION),
            sequence=_number(found["sequence"], HIGHEST),
            issued=date.fromisoformat(found["issued"]),
            expires=date.fromisoformat(found["expires"]),
            minimum_engine=_text(found["minimum-engine"], ENGINE),
            sha256=_text(found["sha256"], _SHA256),
            size=_number(found["size"], LARGEST_PACK),
        )
        if found["file"] != release.file:
            raise _unfit("Its `file` is not named by its hash.")
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise _unfit("It is not what `postil packs build` writes.") from error
    return release


def suits(minimum: str, engine: str | None = None) -> bool:
    """Whether this Postil is no older than `minimum`."""
    return _steps(engine or version()) >= _steps(minimum)


def _steps(text: str) -> tuple[int, ...]:
    """`0.10.2` as (0, 10, 2, 0): what follows the numbers (`rc1`, `.dev3`) does not count."""
    numbers = [int(one) for one in re.findall(r"\d+", match[0])] if (match := ENGINE.match(text)) else []
    return (*numbers, 0, 0, 0, 0)[:4]


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys stand in it once."""
    if len(dict(pairs)) != len(pairs):
        raise ValueError("A key stands twice.")
    return dict(pairs)


def _text(value: object, form: re.Pattern[str]) -> str:
    if not isinstance(value, str) or not form.fullmatch(value):
        raise ValueError("Not of this form.")
    return value


def _number(value: object, most: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= most:
        raise ValueError("Not a number that fits.")
    return value


def _unfit(what: str) -> UpdateError:
    return UpdateError(
        f"The release cannot be used. {what}",
        where="latest.json",
        remedy="The last good pack stays. Tell whoever publishes it.",
    )
