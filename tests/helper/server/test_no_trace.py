"""A marked draft goes through all that can go wrong; then its mark is looked for, in every encoding."""

from __future__ import annotations

import base64
import json
import resource
import signal
import urllib.parse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from helper.server.process import COMMAND, Served, run_helper
from postil.server.replies import REFUSAL

MARK = "Zuurkoolgeheimpje-ëß-🎉-4711"
"""Letters of one, two and four bytes, so that every encoding writes it otherwise."""


def encodings(text: str) -> Iterator[bytes]:
    """The text as it could stand in a file, a log or a reply."""
    for name in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"):
        yield text.encode(name)
    raw = text.encode()
    yield json.dumps(text)[1:-1].encode()
    yield repr(raw)[2:-1].encode()
    yield repr(text.encode("unicode-escape"))[2:-1].encode()
    yield urllib.parse.quote(text).encode()
    yield raw.hex().encode()
    for lead in range(
        3
    ):  # base64 looks otherwise at each of three alignments; the edges depend on what is beside
        whole = base64.b64encode(bytes(lead) + raw + bytes(3))
        yield whole[4:-8]
    yield base64.urlsafe_b64encode(raw)[:-4]


def finds(data: bytes) -> list[bytes]:
    """The encodings in which the mark stands in the data."""
    return [encoded for encoded in encodings(MARK) if encoded in data]


def test_the_search_would_find_it() -> None:
    for encoded in encodings(MARK):
        assert encoded in finds(b"before " + encoded + b" after")
    for before in range(3):
        assert finds(base64.b64encode(b"x" * before + MARK.encode() + b"after"))


def chunked(text: bytes) -> bytes:
    return b"Transfer-Encoding: chunked\r\n\r\n" + text + b"\r\n"


def malformed(good: bytes) -> Iterator[bytes]:
    """Requests that aiohttp would log, or send back."""
    text = MARK.encode()
    quoted = urllib.parse.quote(MARK).encode()
    head = good.split(b"Content-Length")[0]
    yield text + b"\r\n\r\n"
    yield b"POST /v1/check HTTP/1.1\r\n" + text + b"\r\n\r\n"
    yield b"POST /v1/check?text=" + quoted + b" HTTP/1.1\r\nHost: x\r\n\r\n"
    yield b"GET /" + quoted + b" HTTP/1.1\r\nHost: x\r\n\r\n"
    yield b"POST /v1/check HTTP/1.1\r\nHost: " + quoted + b"\r\n\r\n"
    yield b"POST /v1/check HTTP/1.1\r\nX: " + text + b"\x00\r\n\r\n"
    yield b"POST /v1/check HTTP/1.1\r\nCookie: a=" + quoted + b"; =;;\r\nHost: x\r\n\r\n"
    yield head + chunked(text)
    yield head + chunked(b"5\r\n" + text)
    yield head + b"Content-Length: 60\r\n\r\n" + text * 20
    yield head + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(text) + text
    yield b"POST http://" + quoted + b"/ HTTP/1.1\r\nHost: x\r\n\r\n"
    yield b"POST /v1/check HTTP/" + text + b"\r\n\r\n"
    yield b"X" * 9000 + text + b"\r\n\r\n"


def odd_questions() -> Iterator[tuple[str, object]]:
    """Sealed questions that cannot be answered."""
    text = MARK.encode()
    yield "/v1/check", {"text": MARK, "surface": MARK}
    yield "/v1/check", {"text": MARK, MARK: 1}
    yield "/v1/check", {"text": MARK, "policy": MARK}
    yield "/v1/check", {"text": MARK, "time": MARK}
    yield "/v1/check", {"text": [MARK]}
    yield "/v1/check", b'{"text": "' + text + b'",}'
    yield "/v1/check", b'{"text": "' + text + b'\xff"}'
    yield "/v1/check", {"text": MARK * 5000}
    yield "/v1/policy", {"id": MARK}
    yield "/v1/hello", {"name": MARK, MARK: MARK}
    yield "/v1/media", text
    yield "/v1/media", b"\x00\x00\x00\x02{}" + text
    yield "/v1/media", b"\x00\x00\x00\x0bnonsense{}" + text


def walk_through(served: Served) -> list[bytes]:
    """Everything that can happen to a draft; all that came back."""
    replies: list[Any] = [
        served.ask("/v1/check", {"text": f"🎉 nincompoop {MARK}", "account": {"bio": MARK}}),
        served.ask("/v1/check", {"text": f"{MARK} " * 500, "reply_to": {"text": MARK}}),
    ]
    assert all(reply["ok"] for reply in replies)
    replies += [served.ask(path, question) for path, question in odd_questions()]
    refused = [served.send(data) for data in malformed(served.good("/v1/check", {"text": MARK}))]
    assert set(refused) == {REFUSAL}
    assert len(refused) >= 10
    return [json.dumps(reply, ensure_ascii=False).encode() for reply in replies] + refused


def files_of(folder: Path) -> list[Path]:
    """Every file under a folder."""
    return [path for path in folder.rglob("*") if path.is_file()]


def allow_core_dumps() -> None:
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))


def test_a_marked_draft_is_found_nowhere(tmp_path: Path) -> None:
    allow_core_dumps()
    with run_helper(tmp_path, [COMMAND[0], "-X", "faulthandler", *COMMAND[1:]]) as served:
        replies = walk_through(served)
        served.process.send_signal(signal.SIGABRT)
        assert served.process.wait(10) == -signal.SIGABRT
    for reply in replies:
        assert finds(reply) == []
    files = files_of(tmp_path)
    assert {path.name for path in files} == {"stderr", "pairings.json", "lock"}
    for path in files:
        assert finds(path.read_bytes()) == [], path.name
    assert "Fatal Python error" not in served.home.stderr.read_text()


BROKEN = """
import sys
from postil.server import app, check
async def fail(desk, asked):
    raise ValueError(asked.plaintext.reveal().decode())
app.HANDLERS["/v1/check"] = fail
from postil.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


def test_a_fault_of_ours_does_not_tell_what_it_was_about(tmp_path: Path) -> None:
    with run_helper(tmp_path, [COMMAND[0], "-c", BROKEN, *COMMAND[3:]]) as served:
        answer = served.ask("/v1/check", {"text": MARK})
        assert answer == {"ok": False, "reason": "problem", "error": "Something in the helper failed."}
    written = served.home.stderr.read_bytes()
    assert b"Something failed in handler: ValueError." in written
    assert finds(written) == []
