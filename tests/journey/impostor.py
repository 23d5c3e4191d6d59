"""Whoever takes the helper's port first: writes down all that comes, and answers as it likes."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Self

from postil.server.client import read_reply

Answer = Callable[[bytes], bytes]

PAGE = b"<!doctype html><title>Before</title>"


def reply(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    """A reply with these headers."""
    named = {"Content-Length": str(len(body)), "Connection": "close"}
    named |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in named.items()), "", ""]
    return "\r\n".join(lines).encode() + body


ANSWERS: dict[str, Answer] = {
    "says nothing": lambda _: b"",
    "says that all is well": lambda _: reply(
        b'{"ok": true, "review": {"findings": []}}', Content_Type="application/json"
    ),
    "sends noise of the right kind": lambda _: reply(
        b"\x01" + bytes(200), Content_Type="application/postil-sealed"
    ),
    "sends the request back": lambda request: reply(
        request.partition(b"\r\n\r\n")[2], Content_Type="application/postil-sealed"
    ),
    "leads elsewhere": lambda _: reply(b"", "307 Temporary Redirect", Location="https://forum.example/form"),
}
"""What it does -> how it answers."""


class Impostor:
    """Listens on a loopback port until the end of the block. `heard` is all that came."""

    def __init__(self, port: int, answer: Answer) -> None:
        self.port = port
        self.answer = answer
        self.heard: list[bytes] = []
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        self._sock = socket.socket()
        self._sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._sock.bind(("127.0.0.1", self.port))
        self._sock.listen(16)
        self._sock.settimeout(0.1)
        self._open = True
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open = False
        self._thread.join(20)
        self._sock.close()

    def _run(self) -> None:
        while self._open:
            with suppress(OSError):  # nobody came, or somebody left
                connection, _ = self._sock.accept()
                with connection:
                    connection.settimeout(2)
                    request = read_reply(connection)  # a request has a head and a length as well
                    self.heard.append(request)
                    connection.sendall(self.answer(request))


def relay(port: int, rewrite: Callable[[bytes], bytes]) -> Answer:
    """Somebody in between, who hands everything on to the true helper and its answer back."""

    def hand_on(request: bytes) -> bytes:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as helper:
            helper.sendall(rewrite(request))
            return read_reply(helper)

    return hand_on
