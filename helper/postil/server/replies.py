"""The two replies that ever leave the port, byte for byte our own: a sealed answer, and one refusal for all.

aiohttp would add a `Server` header and a date, and would name the HTTP version that the client chose.
There is no CORS header here: the extension's background needs none, and a page must never have one.
"""

from __future__ import annotations

from typing import Final

from aiohttp import web
from aiohttp.abc import AbstractStreamWriter

CONTENT_TYPE: Final = b"application/postil-sealed"

_GUARDS: Final = (
    b"Cache-Control: no-store\r\n"
    b"X-Content-Type-Options: nosniff\r\n"
    b"Cross-Origin-Resource-Policy: same-origin\r\n"
    b"Content-Security-Policy: default-src 'none'; frame-ancestors 'none'; base-uri 'none'\r\n"
)

REFUSAL: Final = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n" + _GUARDS + b"\r\n"
"""The same bytes whatever was wrong, so that nothing can be learnt by trying."""

_ANSWER: Final = (
    b"HTTP/1.1 200 OK\r\nContent-Type: " + CONTENT_TYPE + b"\r\nContent-Length: %d\r\n" + _GUARDS + b"\r\n"
)


class Reply(web.StreamResponse):
    """Bytes written as they are."""

    def __init__(self, data: bytes, *, keep: bool) -> None:
        """`keep` keeps the connection open for the next request."""
        super().__init__()
        self._data = data
        self._keep = keep

    @property
    def keep_alive(self) -> bool:
        """Whether aiohttp may read another request from this connection."""
        return self._keep

    async def prepare(self, request: web.BaseRequest) -> AbstractStreamWriter:
        """Write everything at once."""
        await request.writer.write(self._data)
        return request.writer

    async def write_eof(self, data: bytes = b"") -> None:
        """Nothing is left to write."""


def refusal() -> Reply:
    """The empty 403."""
    return Reply(REFUSAL, keep=False)


def answer(sealed: bytes) -> Reply:
    """A sealed body with 200."""
    return Reply(_ANSWER % len(sealed) + sealed, keep=True)
