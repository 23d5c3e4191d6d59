"""How much of everything: sizes, times, and how often one pairing may ask."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

KIB: Final = 1024

REQUEST_BYTES: Final = 512 * KIB
MEDIA_BYTES: Final = 24 * KIB * KIB
CHARACTERS: Final = 64_000
"""Code points in all texts of a draft together."""

CONNECTIONS: Final = 64
IDLE_S: Final = 10.0
"""A connection without a whole request head for so long is closed: browsers open the next in under 1 ms."""
BODY_S: Final = 3.0
LINGER_S: Final = 0.5
"""How long the rest of a refused body is read and dropped, so that the refusal arrives before the close."""
HEAD_BYTES: Final = 4 * KIB
"""Longest request line and longest header field; browsers send a few hundred bytes."""
HEADERS: Final = 40

FRESH_MS: Final = 30_000
RATE_PER_S: Final = 20.0
BURST: Final = 40

INLINE_CHARACTERS: Final = 2_000
"""A longer draft is checked in a thread: the loop is never held for 5 ms (measured: 1.5 ms at 3,000)."""
THREADS: Final = 2
WAITING: Final = 16
"""Checks in threads at once; the next is told that the helper is busy."""
PICTURES: Final = 2
"""Pictures in memory at once."""


class Bucket:
    """Tokens that come back at `rate` a second, up to `burst`. Time in seconds."""

    __slots__ = ("_burst", "_clock", "_last", "_rate", "_tokens")

    def __init__(self, rate: float, burst: int, clock: Callable[[], float]) -> None:
        """Begin full."""
        self._rate, self._burst, self._clock = rate, burst, clock
        self._tokens, self._last = float(burst), clock()

    def take(self) -> bool:
        """Take one token; false where there is none."""
        now = self._clock()
        self._tokens = min(self._burst, self._tokens + max(0.0, now - self._last) * self._rate)
        self._last = now
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True


class Nonces:
    """The nonces of one pairing that were used within the time in which a request is fresh (ms)."""

    __slots__ = ("_until", "_window_ms")

    def __init__(self, window_ms: int = FRESH_MS) -> None:
        """Begin with none."""
        self._window_ms = window_ms
        self._until: dict[bytes, int] = {}

    def seen(self, nonce: bytes) -> bool:
        """Whether it was used."""
        return nonce in self._until

    def add(self, nonce: bytes, now_ms: int) -> None:
        """Remember it for as long as a request with it could be fresh, and forget those that no longer can.

        A request made up to one window ahead of our clock stays fresh for two.
        """
        while self._until:
            oldest = next(iter(self._until))
            if self._until[oldest] > now_ms:
                break
            del self._until[oldest]
        self._until[nonce] = now_ms + 2 * self._window_ms

    def __len__(self) -> int:
        """How many are remembered."""
        return len(self._until)
