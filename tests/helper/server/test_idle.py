from __future__ import annotations

import asyncio
import time

import pytest

from postil.server.idle import IDLE_S, stay


def never() -> bool:
    return False


def test_it_is_ten_minutes() -> None:
    assert IDLE_S == 600


async def test_told_to_stop_it_stops_at_once() -> None:
    for idle_s in (None, 60.0):
        told = asyncio.Event()
        asyncio.get_running_loop().call_later(0.01, told.set)
        await asyncio.wait_for(stay(told, lambda: 0, never, idle_s), 1)


async def test_without_a_time_it_waits_for_ever() -> None:
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(stay(asyncio.Event(), lambda: 0, never, None), 0.2)


async def test_nobody_asks_and_it_ends() -> None:
    began = time.monotonic()
    await asyncio.wait_for(stay(asyncio.Event(), lambda: 7, never, 0.2), 5)
    assert time.monotonic() - began >= 0.19


async def test_a_check_begins_the_time_anew() -> None:
    checks = 0

    async def ask() -> None:
        nonlocal checks
        for _ in range(4):
            await asyncio.sleep(0.1)
            checks += 1

    began = time.monotonic()
    await asyncio.gather(ask(), stay(asyncio.Event(), lambda: checks, never, 0.2))
    assert time.monotonic() - began >= 0.4 + 0.17


async def test_it_does_not_end_while_somebody_is_connected() -> None:
    connections = 1

    async def leave() -> None:
        nonlocal connections
        await asyncio.sleep(0.4)
        connections = 0

    began = time.monotonic()
    await asyncio.gather(leave(), stay(asyncio.Event(), lambda: 0, lambda: bool(connections), 0.1))
    assert time.monotonic() - began >= 0.39
