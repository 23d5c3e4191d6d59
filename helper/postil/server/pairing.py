"""One pairing: a browser's keys, and the extension that they are pinned to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from postil.server.seal import KEY_BYTES, KID_BYTES, Keys

PENDING_S: Final = 600
"""How long a line that nobody used stays good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """One browser. `origin` is the extension that it is pinned to; `None` while the line waits to be used.

    `created` counts seconds since the epoch; `browser` is how the browser called itself.
    """

    name: str
    keys: Keys
    created: int
    origin: str | None = None
    browser: str | None = None

    def is_live(self, now: float) -> bool:
        """Whether it may be used: pinned, or its line has not run out."""
        return self.origin is not None or abs(now - self.created) <= PENDING_S


def to_json(pairing: Pairing) -> dict[str, str | int | None]:
    """A pairing as it stands on disk: keys in hex, and no secret."""
    return {
        "name": pairing.name,
        "kid": pairing.keys.kid.hex(),
        "request": pairing.keys.request.hex(),
        "answer": pairing.keys.answer.hex(),
        "created": pairing.created,
        "origin": pairing.origin,
        "browser": pairing.browser,
    }


def from_json(entry: dict[str, Any]) -> Pairing:
    """A pairing from disk.

    Raises:
        ValueError, TypeError, KeyError: it is damaged.
    """
    kid, request, answer = (bytes.fromhex(entry[key]) for key in ("kid", "request", "answer"))
    if (len(kid), len(request), len(answer)) != (KID_BYTES, KEY_BYTES, KEY_BYTES):
        raise ValueError("A key has another length.")
    origin, browser = entry["origin"], entry["browser"]
    return Pairing(
        name=str(entry["name"]),
        keys=Keys(kid, request, answer),
        created=int(entry["created"]),
        origin=None if origin is None else str(origin),
        browser=None if browser is None else str(browser),
    )
