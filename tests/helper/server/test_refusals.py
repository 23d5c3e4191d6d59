"""From outside, over a real connection: whatever is wrong with a request, the reply is the same bytes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helper.server.house import CHROME, FIREFOX, STRANGER
from helper.server.live import Live, run_live
from postil.server import limits
from postil.server.envelope import FOREIGN
from postil.server.replies import REFUSAL

PLAIN = st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=40)


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    with pytest.MonkeyPatch.context() as patch, run_live(tmp_path_factory.mktemp("live") / "state") as live:
        patch.setattr(limits, "BODY_S", 0.2)
        patch.setattr(limits, "LINGER_S", 0.1)
        yield live


@dataclass(frozen=True)
class Raw:
    """A request taken apart."""

    first: bytes
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes

    def join(self) -> bytes:
        lines = [self.first, *(name + b": " + value for name, value in self.headers)]
        return b"\r\n".join((*lines, b"", b"")) + self.body


def take_apart(data: bytes) -> Raw:
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.split(b"\r\n")
    headers = [line.partition(b": ") for line in lines]
    return Raw(first, tuple((name, value) for name, _, value in headers), body)


def good(live: Live, origin: str = CHROME) -> Raw:
    return take_apart(live.call("/v1/check", {"text": "A good one."}, origin).data)


Change = Callable[[Raw], Raw]


def lose(at: int) -> Change:
    return lambda raw: replace(raw, headers=raw.headers[:at] + raw.headers[at + 1 :])


def double(at: int) -> Change:
    return lambda raw: replace(raw, headers=(*raw.headers, raw.headers[at]))


def put(at: int, value: str) -> Change:
    def change(raw: Raw) -> Raw:
        name, old = raw.headers[at]
        new = value.encode() if value.encode() != old else old + b"x"
        return replace(raw, headers=(*raw.headers[:at], (name, new), *raw.headers[at + 1 :]))

    return change


def add(name: bytes, value: str) -> Change:
    return lambda raw: replace(raw, headers=(*raw.headers, (name.title(), value.encode())))


def flip(at: int, bit: int) -> Change:
    def change(raw: Raw) -> Raw:
        body = bytearray(raw.body)
        body[at % len(body)] ^= 1 << bit
        return replace(raw, body=bytes(body))

    return change


def start_with(first: bytes) -> Change:
    return lambda raw: replace(raw, first=first)


HEADERS = 7
FIRST = b"POST /v1/check HTTP/1.1"
changes = st.one_of(
    st.builds(lose, st.integers(0, HEADERS - 1)),
    st.builds(double, st.integers(0, HEADERS - 1)),
    st.builds(put, st.integers(0, HEADERS - 1), PLAIN),
    st.builds(add, st.sampled_from(sorted(FOREIGN)), PLAIN),
    st.builds(flip, st.integers(0, 10_000), st.integers(0, 7)),
    st.builds(
        start_with,
        st.builds(
            b"%s %s HTTP/%s".__mod__,
            st.tuples(
                st.sampled_from([b"POST", b"GET", b"HEAD", b"OPTIONS", b"PUT", b"CONNECT", b"post", b"X"]),
                st.one_of(st.just(b"/v1/check"), PLAIN.map(lambda text: b"/" + text.encode())),
                st.sampled_from([b"1.1", b"1.0", b"0.9", b"2.0", b"1.2"]),
            ),
        ).filter(lambda first: first != FIRST),
    ),
)


def test_the_unchanged_request_is_answered(live: Live) -> None:
    assert len(good(live).headers) == HEADERS
    assert live.ask("/v1/check", {"text": "A good one."})["ok"]


@settings(max_examples=400, deadline=None)
@given(change=changes, origin=st.sampled_from([CHROME, FIREFOX]))
def test_any_single_change_is_refused_in_the_same_bytes(live: Live, change: Change, origin: str) -> None:
    assert live.send(change(good(live, origin)).join()) == REFUSAL


ODD = {
    "rebound name": lambda raw: raw.replace(b"Host: 127.0.0.1", b"Host: site.test"),
    "localhost": lambda raw: raw.replace(b"Host: 127.0.0.1", b"Host: localhost"),
    "no port": lambda raw: raw.replace(b"\r\nOrigin", b"\r\nOrigin", 1).replace(
        b"Host: 127.0.0.1:", b"Host: 127.0.0.1\r\nX: "
    ),
    "two hosts": lambda raw: raw.replace(b"\r\nOrigin", b"\r\nHost: 127.0.0.1\r\nOrigin"),
    "two origins": lambda raw: raw.replace(b"\r\nOrigin", b"\r\nOrigin: https://site.test\r\nOrigin"),
    "another extension": lambda raw: raw.replace(CHROME.encode(), STRANGER.encode()),
    "a page": lambda raw: raw.replace(CHROME.encode(), b"https://site.test").replace(b"none", b"cross-site"),
    "absolute form": lambda raw: raw.replace(b"POST /v1", b"POST http://site.test/v1"),
    "absolute form, right name": lambda raw: raw.replace(b"POST /v1", b"POST http://127.0.0.1:28417/v1"),
    "strange absolute form": lambda raw: raw.replace(b"POST /v1", b"POST x://[::1/v1"),
    "two slashes": lambda raw: raw.replace(b"/v1/check", b"//v1/check"),
    "encoded letter": lambda raw: raw.replace(b"/v1/check", b"/v1/%63heck"),
    "dots": lambda raw: raw.replace(b"/v1/check", b"/v1/./check"),
    "query": lambda raw: raw.replace(b"/v1/check", b"/v1/check?text=x"),
    "fragment": lambda raw: raw.replace(b"/v1/check", b"/v1/check#"),
    "backslash": lambda raw: raw.replace(b"/v1/check", b"/v1\\check"),
    "HTTP/1.0": lambda raw: raw.replace(b"HTTP/1.1", b"HTTP/1.0"),
    "no version": lambda raw: raw.replace(b" HTTP/1.1", b""),
    "websocket": lambda raw: raw.replace(
        b"\r\nOrigin", b"\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nOrigin"
    ),
    "bare line ends": lambda raw: raw.replace(b"\r\n", b"\n"),
    "folded header": lambda raw: raw.replace(b"\r\nOrigin", b"\r\nX: y\r\n z\r\nOrigin"),
    "header without a colon": lambda raw: raw.replace(b"\r\nOrigin", b"\r\nnonsense\r\nOrigin"),
    "space before the colon": lambda raw: raw.replace(b"Host:", b"Host :"),
    "null byte": lambda raw: raw.replace(b"\r\nOrigin", b"\r\nX: \x00\r\nOrigin"),
    "long header": lambda raw: raw.replace(b"\r\nOrigin", b"\r\nX: " + b"y" * 9000 + b"\r\nOrigin"),
    "many headers": lambda raw: raw.replace(b"\r\nOrigin", b"\r\nX: y" * 200 + b"\r\nOrigin"),
    "chunked": lambda raw: raw.replace(b"Content-Length", b"Transfer-Encoding: chunked\r\nX"),
    "chunked and a length": lambda raw: raw.replace(
        b"Content-Length", b"Transfer-Encoding: chunked\r\nContent-Length"
    ),
    "bad chunk": lambda raw: (
        raw.split(b"Content-Length")[0] + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nA text.\r\n"
    ),
    "two lengths": lambda raw: raw.replace(b"Content-Length", b"Content-Length: 100\r\nContent-Length"),
    "too short a length": lambda raw: (
        raw.split(b"Content-Length")[0] + b"Content-Length: 50\r\n\r\n" + b"A text. " * 20
    ),
    "too long a length": lambda raw: raw.replace(b"Content-Length: ", b"Content-Length: 1"),
    "far too long a length": lambda raw: raw.replace(b"Content-Length: ", b"Content-Length: 99999999"),
    "TLS": lambda _: b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200),
    "HTTP/2": lambda _: b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "noise": lambda _: bytes(range(256)) * 4 + b"\r\n\r\n",
    "a sentence": lambda _: b"A text that is no HTTP at all.\r\n\r\n",
}


@pytest.mark.parametrize("spoil", ODD.values(), ids=ODD)
def test_odd_requests_are_refused_in_the_same_bytes(live: Live, spoil: Callable[[bytes], bytes]) -> None:
    whole = good(live).join()
    spoilt = spoil(whole)
    assert spoilt != whole
    assert live.send(spoilt) == REFUSAL


def test_the_refusal_is_empty_and_says_nothing(live: Live) -> None:
    head, _, body = live.send(b"GET / HTTP/1.1\r\n\r\n").partition(b"\r\n\r\n")
    assert body == b""
    lines = head.decode().split("\r\n")
    assert lines[:3] == ["HTTP/1.1 403 Forbidden", "Content-Length: 0", "Connection: close"]
    names = {line.split(":")[0].lower() for line in lines[1:]}
    assert not names & {"server", "date", "content-type", "vary", "location"}
    assert not any(name.startswith("access-control-") for name in names)
    assert "cache-control" in names


def test_a_replay_is_refused(live: Live) -> None:
    call = live.call("/v1/check", {"text": "Once."})
    with live.connect() as first:
        first.sendall(call.data)
        assert first.recv(12) == b"HTTP/1.1 200"
    assert live.send(call.data) == REFUSAL


def test_refusals_are_counted_by_reason(live: Live) -> None:
    before = dict(live.house.refused)
    live.send(good(live).join().replace(b"Host: 127.0.0.1", b"Host: site.test"))
    live.send(b"nonsense\r\n\r\n")
    answer = live.ask("/v1/health", {})
    assert answer["refused"]["host"] == before.get("host", 0) + 1
    assert answer["refused"]["malformed"] == before.get("malformed", 0) + 1


def test_a_slow_body_is_cut_off_and_the_next_request_answered(live: Live) -> None:
    whole = good(live).join()
    with live.connect() as slow:
        slow.sendall(whole[:-5])
        began = time.monotonic()
        assert slow.recv(65_536) == REFUSAL
        assert time.monotonic() - began < 2
    assert live.ask("/v1/check", {"text": "Next."})["ok"]


def test_after_a_flood_the_next_request_is_answered(live: Live) -> None:
    whole = good(live).join()
    with ExitStack() as open_ones:
        for count in range(3 * limits.CONNECTIONS):
            connection = open_ones.enter_context(live.connect())
            connection.sendall(whole[: 20 + count % 60])
        for _ in range(100):
            live.send(b"\x00\xff" * 50 + b"\r\n\r\n")
        began = time.monotonic()
        assert live.ask("/v1/check", {"text": "Next."})["ok"]
        assert time.monotonic() - began < 1


def test_a_hundred_refusals_do_not_shut_anybody_out(live: Live) -> None:
    spoilt = good(live).join().replace(b"cors", b"navigate")
    assert {live.send(spoilt) for _ in range(100)} == {REFUSAL}
    assert live.ask("/v1/check", {"text": "Next."})["ok"]
