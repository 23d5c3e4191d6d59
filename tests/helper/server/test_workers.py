from __future__ import annotations

import asyncio
import threading

import pytest

from postil.server.errors import DeclinedError
from postil.server.workers import Workers


async def test_work_is_done_elsewhere() -> None:
    workers = Workers()
    assert await workers.run(threading.get_ident) != threading.get_ident()
    assert await workers.run(int, "11", base=2) == 3
    workers.stop()


async def test_faults_come_back() -> None:
    workers = Workers()
    with pytest.raises(ZeroDivisionError):
        await workers.run(lambda: 1 // 0)
    workers.stop()


async def test_too_much_at_once_is_said() -> None:
    workers = Workers(threads=1, waiting=2)
    go = threading.Event()
    kept = [asyncio.ensure_future(workers.run(go.wait)) for _ in range(2)]
    await asyncio.sleep(0)
    with pytest.raises(DeclinedError) as declined:
        await workers.run(go.wait)
    assert declined.value.reason == "busy"
    go.set()
    await asyncio.gather(*kept)
    assert await workers.run(lambda: "room again") == "room again"
    workers.stop()


async def test_the_loop_goes_on_meanwhile() -> None:
    workers = Workers()
    go = threading.Event()
    work = asyncio.ensure_future(workers.run(go.wait))
    await asyncio.sleep(0.01)
    assert not work.done()
    go.set()
    assert await work
    workers.stop()
