"""Who asks the helper in `scripts/soak`: browsers at a steady pace, slow clients, and whoever sends garbage."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from postil.server.client import Call, make_call
from postil.server.pairing import Pairing
from postil.server.replies import REFUSAL
from postil.server.seal import SealError

PATIENCE_S = 1.5
"""As patient as the extension is."""
TRIES = 60
PAUSE_S = 0.25

Broken = (OSError, EOFError, TimeoutError, SealError, ValueError, asyncio.IncompleteReadError)


@dataclass
class End:
    """When it is over, by the monotonic clock; it may be put off."""

    at: float

    def is_over(self) -> bool:
        """Whether it is."""
        return time.monotonic() >= self.at

    def put_off(self, seconds: float) -> None:
        """So long from now at least."""
        self.at = max(self.at, time.monotonic() + seconds)


@dataclass
class Tally:
    """What came of it all."""

    answered: int = 0
    again: Counter[str] = field(default_factory=Counter)
    """Why a draft had to be sent once more."""
    wrong: list[str] = field(default_factory=list)
    lost: int = 0
    malformed: int = 0
    odd: list[bytes] = field(default_factory=list)
    """What garbage was answered with, other than the one refusal."""
    slow: int = 0
    seconds: float = 0.0
    took_ms: list[float] = field(default_factory=list)


@dataclass
class Browser:
    """One paired browser with a connection that it keeps."""

    pairing: Pairing
    port: int
    tally: Tally
    wanted: Mapping[str, Any]
    """Draft -> the findings that are right for it."""
    _ends: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask_steadily(self, per_second: float, end: End, chance: random.Random) -> None:
        """Send drafts at this pace; each is sent again until it is answered."""
        texts = list(self.wanted)
        due = time.monotonic() + chance.random() / per_second
        while due < end.at:
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            due = max(due + 1 / per_second, time.monotonic() - 1)
            await self._bring(chance.choice(texts), str(chance.random()))
        self.hang_up()

    async def _bring(self, text: str, name: str) -> None:
        for _ in range(TRIES):
            began = time.perf_counter()
            try:
                answer = await asyncio.wait_for(self.ask({"text": text, "id": name}), PATIENCE_S)
            except Broken as broken:
                self.hang_up()
                self.tally.again[type(broken).__name__] += 1
                await asyncio.sleep(PAUSE_S)
                continue
            if answer["ok"]:
                self.tally.took_ms.append((time.perf_counter() - began) * 1000)
                self._judge(text, name, answer["review"])
                return
            self.tally.again[answer["reason"]] += 1
            await asyncio.sleep(PAUSE_S)
        self.tally.lost += 1

    def _judge(self, text: str, name: str, review: Mapping[str, Any]) -> None:
        self.tally.answered += 1
        if review["id"] != name or review["findings"] != self.wanted[text]:
            self.tally.wrong.append(text)

    async def ask(self, question: object) -> dict[str, Any]:
        """One sealed check over the connection that is kept."""
        if self._ends is None:
            self._ends = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self._ends
        call: Call = make_call(self.pairing, "/v1/check", question, port=self.port)
        writer.write(call.data)
        return call.open(await read_reply(reader))

    def hang_up(self) -> None:
        """Close the connection."""
        if self._ends is not None:
            self._ends[1].close()
            self._ends = None


async def read_reply(reader: asyncio.StreamReader) -> bytes:
    """One reply with its head."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(
        int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")
    )
    return head + await reader.readexactly(length)


def spoil(data: bytes, chance: random.Random, words: Sequence[bytes]) -> bytes:
    """A request with something wrong in it."""
    at, bit = chance.randrange(len(data)), 1 << chance.choice((0, 1, 2, 3, 4, 6))  # the sixth turns h into H
    head, _, body = data.partition(b"\r\n\r\n")
    return chance.choice(
        (
            bytes(chance.randbytes(chance.randrange(1, 400))) + b"\r\n\r\n",
            data[:at] + bytes([data[at] ^ bit]) + data[at + 1 :],
            head.replace(b"POST", chance.choice((b"GET", b"PUT", b"OPTIONS"))) + b"\r\n\r\n" + body,
            head.replace(b"127.0.0.1:", b"rebound.example:") + b"\r\n\r\n" + body,
            head + b"\r\nCookie: a=" + chance.choice(words) + b"\r\n\r\n" + body,
            b"POST /v1/check?text=" + chance.choice(words) + b" HTTP/1.1\r\nHost: x\r\n\r\n",
            head + b"\r\n\r\n" + body[:-1] + bytes([body[-1] ^ 1]),
            chance.choice(words) + b"\r\n\r\n",
            b"\x16\x03\x01\x02\x00" + chance.randbytes(60) + b"\r\n\r\n",
        )
    )


@dataclass
class Stranger:
    """Somebody who keeps the helper busy until the end."""

    pairing: Pairing
    port: int
    tally: Tally
    end: End
    chance: random.Random

    async def dawdle(self) -> None:
        """Send a good request letter by letter, and begin anew whenever the helper has had enough."""
        while not self.end.is_over():
            with suppress(*Broken):
                _, writer = await asyncio.open_connection("127.0.0.1", self.port)
                self.tally.slow += 1
                try:
                    await self._spell(writer, self._good())
                finally:
                    writer.close()
            await asyncio.sleep(0.1)

    def _good(self) -> bytes:
        return make_call(self.pairing, "/v1/check", {"text": "x"}, port=self.port).data

    async def _spell(self, writer: asyncio.StreamWriter, data: bytes) -> None:
        for at in range(len(data)):
            if self.end.is_over() or writer.transport.is_closing():
                return
            writer.write(data[at : at + 1])
            await writer.drain()
            await asyncio.sleep(self.chance.uniform(0.05, 0.5))

    async def send_garbage(self, count: int) -> None:
        """Send so many spoilt requests before the end, and look at what comes back."""
        words = [b"A%20text%20that%20is%20nobody's%20business"]
        began = time.monotonic()
        while self.tally.malformed < count and not self.end.is_over():
            elapsed = (time.monotonic() - began) / max(0.1, 0.9 * (self.end.at - began))
            if count * elapsed - self.tally.malformed < 1:
                await asyncio.sleep(0.02)
                continue
            self.tally.malformed += 1
            with suppress(*Broken):
                reply = await self._exchange(spoil(self._good(), self.chance, words))
                if reply not in (REFUSAL, b""):
                    self.tally.odd.append(reply[:80])

    async def _exchange(self, data: bytes) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(data)
            writer.write_eof()
            return await asyncio.wait_for(reader.read(4096), 5)
        finally:
            writer.close()
