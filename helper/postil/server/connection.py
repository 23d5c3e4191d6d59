"""A connection as aiohttp handles it, with its own words taken away: it logs nothing and echoes nothing.

By default aiohttp logs a malformed request with its text, and sends that text back in a 400.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from postil.server import limits
from postil.server.replies import Reply, refusal

Handler = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]


class Connection(web.RequestHandler):
    """One client. `proven` once a sealed request of a paired extension came through it."""

    __slots__ = ("proven",)

    def __init__(self, listener: Listener, loop: asyncio.AbstractEventLoop) -> None:
        """Wait for a request."""
        super().__init__(
            listener,
            loop=loop,
            access_log=None,  # type: ignore[arg-type]  # aiohttp's own way of switching it off
            auto_decompress=False,
            max_line_size=limits.HEAD_BYTES,
            max_field_size=limits.HEAD_BYTES,
            max_headers=limits.HEADERS,
            keepalive_timeout=limits.IDLE_S,
            lingering_time=limits.LINGER_S,
        )
        self.proven = False

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,  # noqa: ARG002 - aiohttp's signature
        exc: BaseException | None = None,  # noqa: ARG002
        message: str | None = None,  # noqa: ARG002 - it holds what the client sent
    ) -> Reply:
        """Answer what is no HTTP, and whatever failed, like every other refusal."""
        if request.writer.output_size > 0:
            raise ConnectionError
        if isinstance(self._manager, Listener):
            self._manager.on_malformed()
        return refusal()

    def log_exception(self, *_args: object, **_facts: object) -> None:
        """Stay silent: the arguments hold what the client sent."""

    def log_debug(self, *_args: object, **_facts: object) -> None:
        """Stay silent."""


class Listener(web.Server):
    """Makes connections, and keeps their number down: a flood loses its own oldest, not the next good one."""

    def __init__(self, handler: Handler, on_malformed: Callable[[], None]) -> None:
        """`handler` answers requests; `on_malformed` hears of what was none."""
        self.on_malformed = on_malformed
        self._open: dict[web.RequestHandler, None] = {}
        super().__init__(handler)

    def __call__(self) -> Connection:
        """A connection for a client that has just come."""
        return Connection(self, asyncio.get_running_loop())

    def connection_made(self, handler: web.RequestHandler, transport: asyncio.Transport) -> None:
        """Count it in, and someone else out if that is one too many."""
        super().connection_made(handler, transport)
        self._open[handler] = None
        if len(self._open) > limits.CONNECTIONS:
            self._drop_one()

    def connection_lost(self, handler: web.RequestHandler, exc: BaseException | None = None) -> None:
        """Count it out."""
        super().connection_lost(handler, exc)
        self._open.pop(handler, None)

    def _drop_one(self) -> None:
        """The oldest that has not proven itself; the oldest of all where every one has."""
        earlier = list(self._open)[:-1]  # the newest has had no time to prove itself
        oldest: Any = next((one for one in earlier if not getattr(one, "proven", False)), earlier[0])
        del self._open[oldest]
        if oldest.transport is not None:
            oldest.transport.abort()
