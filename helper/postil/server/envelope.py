"""What can be asked of a request before its body: every rule a line of `RULES`, all of them for every path.

A page, a rebound name, another extension or a stray program fails here; the seal is what decides in the end.
The rules look at the bytes as they came: what nothing decodes, nothing can spell in two ways.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from postil.config import HOST
from postil.server.limits import MEDIA_BYTES, REQUEST_BYTES
from postil.server.replies import CONTENT_TYPE
from postil.server.seal import SHORTEST

PATHS: Final[Mapping[str, int]] = {
    "/v1/hello": REQUEST_BYTES,
    "/v1/check": REQUEST_BYTES,
    "/v1/policy": REQUEST_BYTES,
    "/v1/media": MEDIA_BYTES,
    "/v1/health": REQUEST_BYTES,
}
"""Every path there is, with the bytes that its body may have."""

FOREIGN: Final = frozenset(
    {
        b"content-encoding",
        b"cookie",
        b"expect",
        b"trailer",
        b"transfer-encoding",
        b"upgrade",
    }
)
"""Headers that our extension never sends and that make a request mean something else."""

_ORIGIN = re.compile(
    r"chrome-extension://[a-p]{32}"
    r"|moz-extension://[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
)
_LENGTH = re.compile(rb"[1-9][0-9]{0,8}")


@dataclass(frozen=True, slots=True)
class Envelope:
    """A request line and its headers, as they came; names in lower case. `version` is major, minor."""

    method: str
    target: str
    version: tuple[int, int]
    headers: Sequence[tuple[bytes, bytes]] = field(repr=False)

    def one(self, name: bytes) -> bytes | None:
        """The value of a header that stands there exactly once."""
        values = [value for key, value in self.headers if key.lower() == name]
        return values.pop() if len(values) == 1 else None

    @property
    def origin(self) -> str:
        """The one Origin; empty where there is none, or more."""
        return (self.one(b"origin") or b"").decode("latin-1")

    @property
    def length(self) -> int:
        """Content-Length; 0 where it is missing or odd."""
        value = self.one(b"content-length")
        return int(value) if value and _LENGTH.fullmatch(value) else 0


Rule = Callable[[Envelope, int], bool]


def _fetched_by_extension(envelope: Envelope, _port: int) -> bool:
    """No page can set Sec-Fetch-Site. For an extension, Chrome says `none`, Firefox `same-origin`."""
    site = b"none" if envelope.origin.startswith("chrome-extension:") else b"same-origin"
    return envelope.one(b"sec-fetch-site") == site


RULES: Final[Mapping[str, Rule]] = {
    "version": lambda envelope, _: envelope.version == (1, 1),
    "method": lambda envelope, _: envelope.method == "POST",
    "path": lambda envelope, _: envelope.target in PATHS,
    "host": lambda envelope, port: envelope.one(b"host") == b"%s:%d" % (HOST.encode(), port),
    "origin": lambda envelope, _: _ORIGIN.fullmatch(envelope.origin) is not None,
    "fetch-site": _fetched_by_extension,
    "fetch-mode": lambda envelope, _: envelope.one(b"sec-fetch-mode") == b"cors",
    "fetch-dest": lambda envelope, _: envelope.one(b"sec-fetch-dest") == b"empty",
    "type": lambda envelope, _: envelope.one(b"content-type") == CONTENT_TYPE,
    "length": lambda envelope, _: SHORTEST <= envelope.length <= PATHS.get(envelope.target, REQUEST_BYTES),
    "foreign": lambda envelope, _: FOREIGN.isdisjoint(key.lower() for key, _value in envelope.headers),
}
"""Reason for a refusal -> what must hold. Reasons are counted, never told."""


def broken_rule(envelope: Envelope, port: int) -> str | None:
    """The first rule that does not hold, or `None`."""
    return next((reason for reason, holds in RULES.items() if not holds(envelope, port)), None)
