"""A helper in a thread of its own, and blocking connections to it: for tests that send whatever they like."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helper.server.house import CHROME, House, open_house
from postil.server.client import Call, read_reply


@dataclass
class Live:
    """A running helper, from another thread."""

    house: House
    loop: asyncio.AbstractEventLoop

    def call(self, path: str, question: object, origin: str = CHROME) -> Call:
        """A good request."""
        return self.house.call(path, question, origin)

    def connect(self) -> socket.socket:
        """A connection to it."""
        return socket.create_connection(("127.0.0.1", self.house.port), timeout=10)

    def send(self, data: bytes) -> bytes:
        """Send bytes, and read until the helper closes."""
        with self.connect() as connection:
            connection.sendall(data)
            return read_to_the_end(connection)

    def ask(self, path: str, question: object, origin: str = CHROME) -> dict[str, Any]:
        """Ask one good question."""
        call = self.call(path, question, origin)
        with self.connect() as connection:
            connection.sendall(call.data)
            return call.open(read_reply(connection))


def read_to_the_end(connection: socket.socket) -> bytes:
    """All that comes until the other side closes."""
    data = b""
    try:
        while chunk := connection.recv(65_536):
            data += chunk
    except ConnectionResetError:
        pass
    return data


async def end(house: House) -> None:
    """Stop the helper, and let every connection see it."""
    await house.running.stop()
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


@contextmanager
def run_live(folder: Path) -> Iterator[Live]:
    """Start the helper, and stop it."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        house = asyncio.run_coroutine_threadsafe(open_house(folder), loop).result(10)
        yield Live(house, loop)
        asyncio.run_coroutine_threadsafe(end(house), loop).result(10)
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
