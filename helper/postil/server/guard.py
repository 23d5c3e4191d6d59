"""The guard: the one way in, the same for every path. What it lets through, a paired extension sealed."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass
from typing import Final, Protocol

from postil.errors import StorageError
from postil.logs import say
from postil.server import limits
from postil.server.envelope import RULES, Envelope, broken_rule
from postil.server.hidden import Hidden
from postil.server.pairing import Pairing
from postil.server.pairings import Pairings
from postil.server.seal import HEAD_BYTES, Head, Place, SealError, open_request, read_head

REASONS: Sequence[str] = (*RULES, "slow", "body", "kid", "pinned", "stale", "replay", "seal", "malformed")
"""All that a refusal is counted under."""

HELLO: Final = "/v1/hello"
MEDIA: Final = "/v1/media"


class RefusedError(Exception):
    """The request is refused; `reason` is counted and told to nobody."""

    @property
    def reason(self) -> str:
        """Why."""
        return str(self)


class Body(Protocol):
    """A request body that is still coming in."""

    async def readexactly(self, n: int) -> bytes:
        """The next `n` bytes."""
        ...


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked, by whom. `spent`: this pairing has asked too often just now."""

    pairing: Pairing
    origin: str
    place: Place
    head: Head
    plaintext: Hidden
    spent: bool


class _Visits:
    """What is remembered of one pairing while the helper runs."""

    __slots__ = ("bucket", "nonces")

    def __init__(self) -> None:
        self.bucket = limits.Bucket(limits.RATE_PER_S, limits.BURST, time.monotonic)
        self.nonces = limits.Nonces()


class Guard:
    """Refuses, counts, or lets through. `clock` gives seconds since the epoch."""

    def __init__(self, pairings: Pairings, port: int, clock: Callable[[], float] = time.time) -> None:
        """Guard the port for these pairings."""
        self._pairings = pairings
        self._port = port
        self._clock = clock
        self._visits: dict[bytes, _Visits] = {}
        self._pictures = asyncio.Semaphore(limits.PICTURES)
        self.refused: Counter[str] = Counter()

    @asynccontextmanager
    async def admit(self, envelope: Envelope, body: Body) -> AsyncIterator[Asked]:
        """Let one request through. A picture keeps its place in memory until the context ends.

        Raises:
            RefusedError: for any reason at all.
        """
        if reason := broken_rule(envelope, self._port):
            raise RefusedError(reason)
        opening = await _read(body, HEAD_BYTES)
        pairing, head, visits = self._look(envelope, opening)
        async with self._pictures if envelope.target == MEDIA else nullcontext():
            rest = await _read(body, envelope.length - HEAD_BYTES)
            place = Place(envelope.target, self._port)
            try:
                plaintext = open_request(pairing.keys, place, head, opening + rest)
            except SealError:
                raise RefusedError("seal") from None
            self._check_fresh(
                head, visits
            )  # again: the body took its time, and its twin may have been faster
            spent = not visits.bucket.take()
            if not spent:
                visits.nonces.add(head.nonce, self._now_ms())
            yield Asked(pairing, envelope.origin, place, head, Hidden(plaintext), spent)

    def _look(self, envelope: Envelope, opening: bytes) -> tuple[Pairing, Head, _Visits]:
        """Judge the open part by itself: who is unknown cannot make us read 24 MB."""
        try:
            head = read_head(opening)
        except SealError:
            raise RefusedError("seal") from None
        pairing = self._find(head.kid)
        if pairing.origin != envelope.origin and (pairing.origin is not None or envelope.target != HELLO):
            # A pinned pairing serves its extension alone; one that waits serves a hello alone.
            raise RefusedError("pinned")
        visits = self._visits.setdefault(head.kid, _Visits())
        self._check_fresh(head, visits)
        return pairing, head, visits

    def _find(self, kid: bytes) -> Pairing:
        try:
            pairing = self._pairings.find(kid)
        except StorageError:
            say("pairings-unreadable")
            pairing = None
        if pairing is None:
            raise RefusedError("kid")
        return pairing

    def _check_fresh(self, head: Head, visits: _Visits) -> None:
        if abs(self._now_ms() - head.time_ms) > limits.FRESH_MS:
            raise RefusedError("stale")
        if visits.nonces.seen(head.nonce):
            raise RefusedError("replay")

    def _now_ms(self) -> int:
        return int(self._clock() * 1000)


async def _read(body: Body, count: int) -> bytes:
    try:
        async with asyncio.timeout(limits.BODY_S):
            return await body.readexactly(count)
    except TimeoutError:
        raise RefusedError("slow") from None
    except Exception:  # noqa: BLE001 - a connection can break in many ways; all mean that there is no body
        raise RefusedError("body") from None
