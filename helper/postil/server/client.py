"""Asks a running helper as the extension does: for `postil doctor`, the tests and the scripts."""

from __future__ import annotations

import json
import secrets
import socket
import time
from dataclasses import dataclass
from typing import Any

from postil.config import HOST, PORT
from postil.errors import PortError
from postil.server.pairing import Pairing
from postil.server.replies import CONTENT_TYPE
from postil.server.seal import NONCE_BYTES, Head, Keys, Place, SealError, open_answer, seal_request
from postil.server.wire import write_json

PATIENCE_S = 5.0


@dataclass(frozen=True, slots=True)
class Call:
    """A request as bytes, and what its answer is bound to."""

    keys: Keys
    place: Place
    head: Head
    data: bytes

    def open(self, reply: bytes) -> dict[str, Any]:
        """The answer in a reply with head and body.

        Raises:
            SealError: refused, or not the answer to this call.
        """
        _, _, body = reply.partition(b"\r\n\r\n")
        answer: dict[str, Any] = json.loads(open_answer(self.keys, self.place, self.head, body))
        return answer


def make_call(
    pairing: Pairing, path: str, question: object, *, port: int = PORT, time_ms: int | None = None
) -> Call:
    """A sealed request; `question` is JSON values, or bytes that are sent as they are."""
    place = Place(path, port)
    now = int(time.time() * 1000) if time_ms is None else time_ms
    head = Head(pairing.keys.kid, now, secrets.token_bytes(NONCE_BYTES))
    plaintext = question if isinstance(question, bytes) else write_json(question)
    body = seal_request(pairing.keys, place, head, plaintext)
    return Call(pairing.keys, place, head, write_request(pairing.origin or "", place, body))


def write_request(origin: str, place: Place, body: bytes) -> bytes:
    """The request that a browser would write for its extension."""
    site = "none" if origin.startswith("chrome-extension:") else "same-origin"
    lines = [
        f"POST {place.path} HTTP/1.1",
        f"Host: {HOST}:{place.port}",
        f"Origin: {origin}",
        f"Sec-Fetch-Site: {site}",
        "Sec-Fetch-Mode: cors",
        "Sec-Fetch-Dest: empty",
        f"Content-Type: {CONTENT_TYPE.decode()}",
        f"Content-Length: {len(body)}",
    ]
    return "\r\n".join((*lines, "", "")).encode() + body


def ask(
    pairing: Pairing, path: str, question: object, *, port: int = PORT, patience_s: float = PATIENCE_S
) -> dict[str, Any]:
    """Ask one question, and wait for its answer, at most so long between its pieces.

    Raises:
        PortError: nobody answers, or somebody who does not know this pairing.
    """
    call = make_call(pairing, path, question, port=port)
    try:
        with socket.create_connection((HOST, port), timeout=patience_s) as connection:
            connection.sendall(call.data)
            return call.open(read_reply(connection))
    except (OSError, SealError, ValueError) as error:
        raise PortError(
            "The helper does not answer.", where=f"{HOST}:{port}", remedy="Run `postil doctor`."
        ) from error


def read_reply(connection: socket.socket) -> bytes:
    """One reply: its head, and the body that the head announces."""
    reply = b""
    while chunk := connection.recv(65_536):
        reply += chunk
        head, end, body = reply.partition(b"\r\n\r\n")
        if end and len(body) >= _length(head):
            break
    return reply


def _length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name == b"content-length":
            return int(value)
    return 0
