from __future__ import annotations

import asyncio
import logging

import pytest

from helper.server.house import House, read_reply
from postil.server import limits
from postil.server.replies import REFUSAL


async def test_what_is_no_http_is_refused_counted_and_not_repeated(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for data in (b"A text\r\n\r\n", b"POST / HTTP/1.1\r\nA text\r\n\r\n", b"\x16\x03\x01\x00"):
        assert await house.send(data) == REFUSAL
    assert house.refused == {"malformed": 3}
    assert caplog.records == []


async def test_nonsense_after_a_good_request_does_not_spoil_it(house: House) -> None:
    call = house.call("/v1/health", {})
    reader, writer = await asyncio.open_connection("127.0.0.1", house.port)
    writer.write(call.data + b"A text that is left over\r\n\r\n")
    first = await read_reply(reader)
    if first != REFUSAL:
        assert call.open(first)["ok"]
        assert await read_reply(reader) == REFUSAL
    assert await reader.read() == b""
    writer.close()


async def test_the_oldest_unproven_connection_gives_way(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "CONNECTIONS", 3)
    proven = await asyncio.open_connection("127.0.0.1", house.port)
    call = house.call("/v1/health", {})
    proven[1].write(call.data)
    await read_reply(proven[0])
    others = [await asyncio.open_connection("127.0.0.1", house.port) for _ in range(4)]
    assert await others[0][0].read() == b""
    assert await others[1][0].read() == b""
    for reader, writer in (proven, others[3]):
        call = house.call("/v1/health", {})
        writer.write(call.data)
        assert call.open(await read_reply(reader))["ok"]
    for _, writer in (proven, *others):
        writer.close()


async def test_where_all_have_proven_themselves_the_oldest_goes(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "CONNECTIONS", 1)
    pairs = []
    for _ in range(2):
        reader, writer = await asyncio.open_connection("127.0.0.1", house.port)
        call = house.call("/v1/health", {})
        writer.write(call.data)
        assert call.open(await read_reply(reader))["ok"]
        pairs.append((reader, writer))
    assert await pairs[0][0].read() == b""
    for _, writer in pairs:
        writer.close()


async def test_a_silent_connection_is_closed(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "IDLE_S", 0.1)
    for beginning in (b"", b"POST /v1/check HTTP/1.1\r\nHost: "):
        reader, writer = await asyncio.open_connection("127.0.0.1", house.port)
        writer.write(beginning)
        assert await asyncio.wait_for(reader.read(), 3) == b""
        writer.close()
