from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pytest

from helper.updates.host import Host
from postil.errors import UpdateError
from postil.updates.fetch import Marks, fetch


def serve(host: Host, data: bytes = b"hello", name: str = "latest.json") -> str:
    (host.folder / name).write_bytes(data)
    return host.address.replace("latest.json", name)


def raw(host: Host, reply: Callable[[BaseHTTPRequestHandler], None]) -> str:
    """Have the host answer everything in this way."""

    def answer(handler: BaseHTTPRequestHandler) -> bool:
        reply(handler)
        return True

    host.before = answer
    return host.address


def test_a_file_comes_with_its_marks(host: Host) -> None:
    reply = fetch(serve(host), 5)
    assert reply.body == b"hello"
    assert reply.marks.etag.startswith('"')
    assert reply.marks.modified.endswith("GMT")
    again = fetch(host.address, 5, reply.marks)
    assert (again.body, again.marks) == (None, reply.marks)


def test_the_date_alone_is_a_mark_too(host: Host) -> None:
    address = serve(host)
    fetch(address, 5, Marks(modified="Sat, 21 Nov 2026 10:00:00 GMT"))
    assert host.asked[-1][1]["if-modified-since"] == "Sat, 21 Nov 2026 10:00:00 GMT"
    assert "if-none-match" not in host.asked[-1][1]


@pytest.mark.parametrize("announced", [True, False])
def test_no_more_is_read_than_was_agreed(host: Host, announced: bool) -> None:  # noqa: FBT001
    def pour(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        if announced:
            handler.send_header("Content-Length", str(2**40))
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(bytes(65_536))
        except OSError:
            handler.close_connection = True

    with pytest.raises(UpdateError, match="larger than the 1000 bytes agreed"):
        fetch(raw(host, pour), 1000)


@pytest.mark.parametrize("where", ["head", "body", "silence"])
def test_a_slow_host_is_left(host: Host, where: str) -> None:
    enough = threading.Event()

    def drip(handler: BaseHTTPRequestHandler) -> None:
        try:
            if where != "silence":
                handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"\r\n" * (where == "body"))
            while not enough.wait(0.05):
                handler.wfile.write({"head": b"X: y\r\n", "body": b"x", "silence": b""}[where])
        except OSError:
            pass
        handler.close_connection = True

    start = time.monotonic()
    with pytest.raises(UpdateError, match=r"too long|cannot be reached"):
        fetch(raw(host, drip), 10**6, patience_s=0.5)
    assert time.monotonic() - start < 5
    enough.set()


@pytest.mark.parametrize("code", [400, 403, 404, 410, 429, 500, 503])
def test_another_answer_is_said(host: Host, code: int) -> None:
    with pytest.raises(UpdateError, match=f"answers {code}"):
        fetch(raw(host, lambda handler: handler.send_error(code)), 100)


@pytest.mark.parametrize(
    "junk", [b"", b"HTTP/1.1", b"\0" * 100, b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 5000, b"x" * 100_000]
)
def test_what_is_no_http_is_said(host: Host, junk: bytes) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(junk)
        handler.close_connection = True

    with pytest.raises(UpdateError, match="cannot be fetched"):
        fetch(raw(host, answer), 100)


def redirect(place: str) -> Callable[[BaseHTTPRequestHandler], bool]:
    def answer(handler: BaseHTTPRequestHandler) -> bool:
        if handler.path.endswith("moved.json"):
            return False
        handler.send_response(302)
        handler.send_header("Location", place)
        handler.end_headers()
        return True

    return answer


def test_a_redirect_is_followed(host: Host) -> None:
    serve(host, name="moved.json")
    host.before = redirect("/elsewhere/moved.json")
    assert fetch(host.address, 5).body == b"hello"


@pytest.mark.parametrize(
    "place",
    ["file:///etc/hostname", "ftp://127.0.0.1/x", "http://policies.example.edu/x", "data:,x", "gopher://x/y"],
)
def test_a_redirect_leads_nowhere_else(host: Host, place: str) -> None:
    host.before = redirect(place)
    with pytest.raises(UpdateError, match=r"not https|answers 302"):
        fetch(host.address, 1000)


def test_redirects_end(host: Host) -> None:
    host.before = redirect("/again.json")
    with pytest.raises(UpdateError):
        fetch(host.address, 100)
    assert len(host.asked) <= 5


def test_nobody_there_is_said() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        with pytest.raises(UpdateError, match="cannot be reached") as caught:
            fetch(f"http://127.0.0.1:{port}/latest.json", 100)
    assert caught.value.where.endswith("/latest.json")


@pytest.mark.parametrize("etag", ['"' + "x" * 300 + '"', '"é"'])
def test_a_mark_that_is_no_mark_is_not_kept(host: Host, etag: str) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("ETag", etag)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    assert fetch(raw(host, answer), 100).marks == Marks()


def test_no_cookie_is_kept(host: Host) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Set-Cookie", "who=me; Path=/")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    address = raw(host, answer)
    for _ in range(2):
        fetch(address, 100)
    assert "cookie" not in host.asked[-1][1]
