"""A guard without a socket: a pinned Chrome, a pairing that waits, and a clock to set."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from helper.server.house import CHROME
from postil.server.client import make_call
from postil.server.envelope import Envelope
from postil.server.guard import REASONS, Asked, Guard, RefusedError
from postil.server.pairing import Pairing
from postil.server.pairings import Pairings, create, read

PORT = 28417
NOW = 1_795_514_100.0


class Arriving:
    """A body, whole or not, as it comes in."""

    def __init__(self, data: bytes, stops_at: int | None = None) -> None:
        self.data, self.at, self.stops_at = data, 0, stops_at

    async def readexactly(self, n: int) -> bytes:
        if self.stops_at is not None and self.at + n > self.stops_at:
            await asyncio.sleep(60)
        part = self.data[self.at : self.at + n]
        if len(part) < n:
            raise asyncio.IncompleteReadError(part, n)
        self.at += n
        return part


class Gate:
    """A guard with one pinned Chrome and one pairing that waits, and a clock to set."""

    def __init__(self, folder: Path) -> None:
        create("chrome", folder=folder)
        create("waiting", folder=folder)
        self.now = NOW
        self.pairings = Pairings(folder)
        chrome, self.waiting = read(folder)
        self.pairings.pin(chrome.keys.kid, CHROME, None)
        self.chrome = replace(chrome, origin=CHROME)
        self.guard = Guard(self.pairings, PORT, lambda: self.now)

    def request(  # noqa: PLR0913 - each test turns one screw
        self,
        pairing: Pairing | None = None,
        *,
        path: str = "/v1/check",
        question: object = None,
        origin: str = CHROME,
        age_ms: int = 0,
        port: int = PORT,
        sent_to: str | None = None,
    ) -> tuple[Envelope, bytes]:
        """A request line with headers, and a body."""
        call = make_call(
            replace(pairing or self.chrome, origin=origin),
            path,
            {} if question is None else question,
            port=port,
            time_ms=int(self.now * 1000) - age_ms,
        )
        head, _, body = call.data.partition(b"\r\n\r\n")
        lines = [line.partition(b": ") for line in head.split(b"\r\n")[1:]]
        headers = [(name, b"127.0.0.1:28417" if name == b"Host" else value) for name, _, value in lines]
        return Envelope("POST", sent_to or path, (1, 1), headers), body

    async def admit(self, request: tuple[Envelope, bytes], stops_at: int | None = None) -> Asked:
        async with self.guard.admit(request[0], Arriving(request[1], stops_at)) as asked:
            return asked

    async def reason(self, request: tuple[Envelope, bytes], stops_at: int | None = None) -> str:
        """Why it is refused."""
        with pytest.raises(RefusedError) as refused:
            await self.admit(request, stops_at)
        assert refused.value.reason in REASONS
        return refused.value.reason
