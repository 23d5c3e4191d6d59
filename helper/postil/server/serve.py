"""Starts the helper, keeps it going, and stops it."""

from __future__ import annotations

import asyncio
import gc
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from aiohttp import http_parser

from postil.config import PORT
from postil.discretion import leave_no_trace
from postil.errors import SettingError
from postil.logs import say, write_events
from postil.memory import give_back
from postil.server.app import App
from postil.server.connection import Listener
from postil.server.desk import Desk
from postil.server.guard import Guard
from postil.server.idle import IDLE_S, stay
from postil.server.pairings import Pairings
from postil.server.renewal import Renewal
from postil.server.rules import Rules, Supply
from postil.server.sockets import handed_over, listen, turn_away

_GOODBYE_S = 2.0


@dataclass(slots=True)
class Running:
    """A helper that answers. `port` is where."""

    desk: Desk
    port: int
    _server: asyncio.Server
    _listener: Listener

    def connected(self) -> bool:
        """Whether anybody is."""
        return bool(self._listener.connections)

    async def stop(self) -> None:
        """Take no more requests, finish the ones at work, close."""
        self._server.close()
        await self._listener.shutdown(_GOODBYE_S)
        self.desk.workers.stop()


async def start(
    *,
    port: int = PORT,
    sock: socket.socket | None = None,
    folder: Path | None = None,
    rules: Rules | None = None,
    renewal: Renewal | None = None,
) -> Running:
    """Answer on `port`, or on a socket that listens already.

    Args:
        port: Another port, for tests and managed roll-outs; 0 takes any that is free.
        sock: A listening socket; made here where there is none.
        folder: Where the pairings are.
        rules: Rules that are loaded already.
        renewal: Looks whether others are in force.

    Raises:
        PostilError: the port is taken, or the pairings are open to others.
    """
    _insist_on_compiled_parser()
    pairings = Pairings(folder)
    sock = sock or listen(port)
    port = sock.getsockname()[1]
    guard = Guard(pairings, port)
    renewal = renewal or Renewal()
    desk = Desk(pairings=pairings, guard=guard, rules=rules or renewal.load())
    desk.look = partial(renewal.look, desk)
    app = App(desk)
    listener = Listener(app.reply, lambda: app.count("malformed"))
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(_name_failure)
    return Running(desk, port, await loop.create_server(listener, sock=sock), listener)


def serve(
    *,
    port: int = PORT,
    rules: Path | None = None,
    supply: Supply | None = None,
    ready: Callable[[int], None] | None = None,
    idle_s: float = IDLE_S,
) -> None:
    """Run until told to stop; on a socket that systemd holds, also until nobody asks.

    Args:
        port: Another port, for tests and managed roll-outs.
        rules: Where the rules are, if not those in force.
        supply: Says which rules are in force, and when others are.
        ready: Called with the port once the first request can be answered.
        idle_s: How long nobody has to ask.

    Raises:
        PostilError: it cannot start.
    """
    write_events()
    leave_no_trace()
    give_back()
    held = handed_over(port)
    sock = held or listen(port)  # before the rules: who comes meanwhile waits instead of failing
    try:
        asyncio.run(_serve(sock, Renewal(supply, rules), ready, idle_s if held else None))
    except Exception:
        if held:
            turn_away(held)
        raise


async def _serve(
    sock: socket.socket,
    renewal: Renewal,
    ready: Callable[[int], None] | None,
    idle_s: float | None,
) -> None:
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    if sys.platform != "win32":  # Windows has Ctrl+C alone, which ends `asyncio.run` by itself
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, told.set)
    in_force = renewal.load()
    gc.freeze()  # else every full collection walks all rules, and whoever posts meanwhile waits for it
    running = await start(sock=sock, rules=in_force, renewal=renewal)
    say("listening", port=running.port)
    if ready:
        ready(running.port)
    try:
        with suppress(asyncio.CancelledError):
            await stay(told, lambda: running.desk.checks, running.connected, idle_s)
    finally:
        await running.stop()
        say("stopped")


def _insist_on_compiled_parser() -> None:
    """The guard was tried against the compiled parser; the one in Python reads some requests otherwise."""
    if http_parser.HttpRequestParser is http_parser.HttpRequestParserPy:
        raise SettingError(
            "aiohttp runs without its compiled parser.",
            where="aiohttp",
            remedy="Install aiohttp from a wheel, and unset AIOHTTP_NO_EXTENSIONS.",
        )


def _name_failure(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """By default asyncio prints the failed task, with what it was given."""
    error = context.get("exception")
    say("failed", place="loop", kind=type(error).__name__ if error else "unknown")
