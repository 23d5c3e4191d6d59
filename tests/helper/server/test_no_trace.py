"""A marked draft goes through all that can go wrong; then its mark is looked for, in every encoding."""

from __future__ import annotations

import base64
import bz2
import gzip
import json
import lzma
import os
import resource
import signal
import urllib.parse
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from helper.server.process import COMMAND, Served, run_helper
from helper.server.traces import MARK, Search, encodings, finds
from postil.server.replies import REFUSAL

WAYS: dict[str, Callable[[bytes], bytes]] = {
    "plain": lambda data: data,
    "gzip": gzip.compress,
    "zlib": zlib.compress,
    "bzip2": bz2.compress,
    "xz": lzma.compress,
    "gzip in zlib": lambda data: zlib.compress(gzip.compress(data)),
}


@pytest.mark.parametrize("pack", WAYS.values(), ids=WAYS)
def test_the_search_would_find_it(pack: Callable[[bytes], bytes]) -> None:
    for encoded in encodings(MARK):
        assert encoded in finds(b"before " + pack(b"in " + encoded + b" out") + b" after")
    for before in range(3):
        assert finds(pack(base64.b64encode(b"x" * before + MARK.encode() + b"after")))
    assert finds(pack(b"another text, " + MARK[:-1].encode())) == []


def test_the_search_looks_at_names_and_new_files_alone(tmp_path: Path) -> None:
    old, new, named = (tmp_path / name for name in ("old", "new", MARK))
    for path in (old, new):
        path.write_bytes(zlib.compress(MARK.encode("utf-16-le")))
    named.write_text("nothing")
    os.utime(old, (1, 1))
    found = Search().hits(tmp_path)
    assert {hit.split(": ")[0] for hit in found} == {str(new), str(named)}


def chunked(text: bytes) -> bytes:
    return b"Transfer-Encoding: chunked\r\n\r\n" + text + b"\r\n"


def malformed(good: bytes, mark: str = MARK) -> Iterator[bytes]:
    """Requests that aiohttp would log, or send back."""
    text = mark.encode()
    quoted = urllib.parse.quote(mark).encode()
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


def odd_questions(mark: str = MARK) -> Iterator[tuple[str, object]]:
    """Sealed questions that cannot be answered."""
    text = mark.encode()
    yield "/v1/check", {"text": mark, "surface": mark}
    yield "/v1/check", {"text": mark, mark: 1}
    yield "/v1/check", {"text": mark, "policy": mark}
    yield "/v1/check", {"text": mark, "time": mark}
    yield "/v1/check", {"text": [mark]}
    yield "/v1/check", b'{"text": "' + text + b'",}'
    yield "/v1/check", b'{"text": "' + text + b'\xff"}'
    yield "/v1/check", {"text": mark * 5000}
    yield "/v1/policy", {"id": mark}
    yield "/v1/hello", {"name": mark, mark: mark}
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
