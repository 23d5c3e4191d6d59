"""Gets a file from a web host. It tells the host nothing of this computer, and takes no more from it than was agreed.

No cookie, no query, no version in the request; `https` alone, with the system's certificates and its proxy; redirects
lead to `https` too. A host that is slow, endless or silent costs a minute of this process and nothing else.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException, HTTPMessage
from typing import IO, Final, TypeVar
from urllib import request
from urllib.error import HTTPError, URLError

from postil.errors import UpdateError
from postil.updates.setting import LATEST, fault_of

PATIENCE_S: Final = 60.0
"""For one file, from the first byte asked to the last one read."""
_SILENCE_S: Final = 10.0
_PIECE: Final = 65_536
_UNCHANGED: Final = 304
_LONGEST_MARK: Final = 256
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Marks:
    """What a host said a file could be known by: sent back, it need not send the file again."""

    etag: str = ""
    modified: str = ""

    def __bool__(self) -> bool:
        """Whether there is one."""
        return bool(self.etag or self.modified)


@dataclass(frozen=True, slots=True)
class Reply:
    """A file; `None` where it is the one that the marks stand for."""

    body: bytes | None
    marks: Marks


class _Redirects(request.HTTPRedirectHandler):
    max_redirections = 3

    def redirect_request(  # noqa: PLR0913, PLR0917 - urllib's signature
        self, req: request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> request.Request | None:
        """Follow to another host or path; never from https to less.

        Raises:
            UpdateError: it leads elsewhere.
        """
        place, _, _ = newurl.partition("?")  # a host may sign its redirects
        if fault_of(f"{place}/{LATEST}") or (req.type == "https" and not newurl.startswith("https:")):
            fp.close()
            raise _failed(req.full_url, "It leads to an address that is not https.")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(address: str, most: int, marks: Marks | None = None, patience_s: float = PATIENCE_S) -> Reply:
    """Get a file of at most so many bytes.

    Raises:
        UpdateError: it cannot be had.
    """
    return _within(patience_s, address, lambda: _get(address, most, marks or Marks(), patience_s))


def _get(address: str, most: int, marks: Marks, patience_s: float) -> Reply:
    end = time.monotonic() + patience_s
    asked = request.Request(address, headers={"User-Agent": "Postil", "Accept": "*/*"})  # noqa: S310 - `fault_of` saw it
    if marks.etag:
        asked.add_header("If-None-Match", marks.etag)
    if marks.modified:
        asked.add_header("If-Modified-Since", marks.modified)
    try:
        with _opener().open(asked, timeout=min(_SILENCE_S, patience_s)) as opened:
            body = b""
            while piece := opened.read1(_PIECE):
                body += piece
                if len(body) > most:
                    raise _failed(address, f"It is larger than the {most} bytes agreed.")
                if time.monotonic() > end:
                    raise _failed(address, "It takes too long.")
            announced = opened.headers.get("Content-Length", "")
            if announced.isdecimal() and int(announced) != len(body):
                raise _failed(address, "It ended too early.")
            return Reply(body, _marks(opened.headers))
    except HTTPError as error:
        with error:
            if error.code == _UNCHANGED and marks:
                # Some hosts leave the marks out of a 304: those that were sent stay good (opa#2866).
                fresh = _marks(error.headers)
                return Reply(None, Marks(fresh.etag or marks.etag, fresh.modified or marks.modified))
            raise _failed(address, f"The host answers {error.code}.") from None
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        said = getattr(reason, "strerror", None) or type(reason).__name__
        raise _failed(address, f"The host cannot be reached ({said}).") from error


def _opener() -> request.OpenerDirector:
    """What opens `http` and `https`, by proxy where the system says so, and nothing else: no `file:`, no `ftp:`."""
    opener = request.OpenerDirector()
    for handler in (
        request.ProxyHandler(),
        request.HTTPHandler(),
        request.HTTPSHandler(),
        request.HTTPDefaultErrorHandler(),
        _Redirects(),
        request.HTTPErrorProcessor(),
        request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    opener.addheaders = []
    return opener


def _marks(headers: Message) -> Marks:
    etag, modified = (_mark(headers.get(name)) for name in ("ETag", "Last-Modified"))
    return Marks(etag, modified)


def _mark(text: str | None) -> str:
    return text if text and len(text) <= _LONGEST_MARK and text.isascii() and text.isprintable() else ""


def _within(seconds: float, address: str, work: Callable[[], Result]) -> Result:
    """Do the work in a thread, and go on without it after so long: a name may resolve, or a head drip, without end."""
    done: queue.SimpleQueue[Result | BaseException] = queue.SimpleQueue()

    def do() -> None:
        try:
            done.put(work())
        except BaseException as error:  # noqa: BLE001 - handed over to who waits
            done.put(error)

    threading.Thread(target=do, name="fetch", daemon=True).start()
    try:
        found = done.get(timeout=seconds)
    except queue.Empty:
        raise _failed(address, "It takes too long.") from None
    if isinstance(found, BaseException):
        raise found
    return found


def _failed(address: str, what: str) -> UpdateError:
    return UpdateError(
        f"The update cannot be fetched. {what}",
        where=address,
        remedy="The last good pack stays, and Postil asks again later. If it lasts, tell whoever publishes it.",
    )
