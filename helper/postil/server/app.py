"""The helper as a whole: through the guard, to the path's handler, and sealed on the way back."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from aiohttp import web

from postil.logs import say
from postil.server.check import check
from postil.server.connection import Connection
from postil.server.desk import Desk
from postil.server.envelope import Envelope
from postil.server.errors import DeclinedError
from postil.server.guard import Asked, RefusedError
from postil.server.health import health
from postil.server.hello import hello
from postil.server.media import media
from postil.server.policy import policy
from postil.server.replies import Reply, answer, refusal
from postil.server.seal import NONCE_BYTES, seal_answer
from postil.server.wire import write_json

Handler = Callable[[Desk, Asked], Awaitable[dict[str, Any]]]

HANDLERS: Final[Mapping[str, Handler]] = {
    "/v1/hello": hello,
    "/v1/check": check,
    "/v1/policy": policy,
    "/v1/media": media,
    "/v1/health": health,
}
"""What is asked -> who answers. The guard knows the same paths."""


class App:
    """Answers every request there is."""

    def __init__(self, desk: Desk) -> None:
        """Answer from this desk."""
        self._desk = desk

    async def reply(self, request: web.BaseRequest) -> Reply:
        """A sealed answer, or the one refusal. Nothing is raised."""
        try:
            async with self._desk.guard.admit(envelope_of(request), request.content) as asked:
                if isinstance(request.protocol, Connection):
                    request.protocol.proven = True
                plaintext = write_json(await self._result(asked))
                nonce = secrets.token_bytes(NONCE_BYTES)
                return answer(seal_answer(asked.pairing.keys, asked.place, asked.head, nonce, plaintext))
        except RefusedError as error:
            self.count(error.reason)
        except Exception as error:  # noqa: BLE001 - a fault of ours must not show in what we reply
            say("failed", place="server", kind=type(error).__name__)
        return refusal()

    def count(self, reason: str) -> None:
        """Count a refusal."""
        self._desk.guard.refused[reason] += 1

    async def _result(self, asked: Asked) -> dict[str, Any]:
        try:
            if asked.spent:
                raise DeclinedError("busy", "Too many requests at once.")
            self._desk.look()
            return {"ok": True} | await HANDLERS[asked.place.path](self._desk, asked)
        except DeclinedError as error:
            return {"ok": False, "reason": error.reason, "error": error.sentence}
        except RefusedError:
            raise
        except Exception as error:  # noqa: BLE001 - the draft is not checked; the post may go
            say("failed", place="handler", kind=type(error).__name__)
            return {"ok": False, "reason": "problem", "error": "Something in the helper failed."}


def envelope_of(request: web.BaseRequest) -> Envelope:
    """The request line and headers, as they came."""
    return Envelope(
        method=request.method,
        target=request.raw_path,
        version=(request.version.major, request.version.minor),
        headers=request.raw_headers,
    )
