"""The guard under every mutation that Hypothesis thinks of: what is let in is what a paired browser sealed, once."""

from __future__ import annotations

import asyncio
import json
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from helper.server.gate import Gate
from helper.server.house import CHROME, FIREFOX, STRANGER
from postil.server.envelope import FOREIGN, PATHS, Envelope
from postil.server.guard import HELLO, Asked, RefusedError
from postil.server.pairings import remove

Request = tuple[Envelope, bytes]
Result = TypeVar("Result")

GUARDED = (
    b"host",
    b"origin",
    b"sec-fetch-site",
    b"sec-fetch-mode",
    b"sec-fetch-dest",
    b"content-type",
    b"content-length",
)
PLAUSIBLE = (
    b"127.0.0.1:28417",
    b"127.0.0.1",
    b"localhost:28417",
    b"rebound.example:28417",
    CHROME.encode(),
    FIREFOX.encode(),
    STRANGER.encode(),
    b"null",
    b"none",
    b"same-origin",
    b"cross-site",
    b"cors",
    b"no-cors",
    b"empty",
    b"document",
    b"application/postil-sealed",
    b"text/plain",
    b"47",
    b"60",
    b"524288",
    b"",
)
"""Values that some header has in some request: one in another's place is what an attacker would try."""


@pytest.fixture(scope="module")
def gate(tmp_path_factory: pytest.TempPathFactory) -> Gate:
    """One guard for all examples: making one writes to the disk, and every request has a nonce of its own."""
    return Gate(tmp_path_factory.mktemp("laws") / "state")


def now(work: Awaitable[Result]) -> Result:
    """Wait for it."""

    async def wait() -> Result:
        return await work

    return asyncio.run(wait())


def let_in(guarded: Gate, request: Request) -> Asked | None:
    """What comes through; nothing where it is refused."""
    try:
        return now(guarded.admit(request))
    except RefusedError:
        return None


def means(request: Request) -> object:
    """What a request says, whatever its headers' order and letters. None where it says more than ours ever do."""
    envelope, body = request
    headers = [(name.lower(), value) for name, value in envelope.headers]
    if any(name in FOREIGN for name, _ in headers):
        return None
    guarded = sorted(pair for pair in headers if pair[0] in GUARDED)
    length = dict(guarded).get(b"content-length", b"0")
    told = int(length) if length.isdigit() else 0
    return envelope.method, envelope.target, envelope.version, guarded, body[:told]


Edit = Callable[[Request], Request]


def with_headers(request: Request, headers: list[tuple[bytes, bytes]]) -> Request:
    return replace(request[0], headers=headers), request[1]


@st.composite
def header_edits(draw: st.DrawFn) -> Edit:
    """Something done to one header."""
    at = draw(st.integers(0, 6))
    value = draw(st.sampled_from(PLAUSIBLE) | st.binary(max_size=20))
    name = draw(st.sampled_from([*GUARDED, *sorted(FOREIGN), b"accept", b"x-more"]))
    deed = draw(st.sampled_from(["set", "lose", "double", "shout", "add", "turn"]))

    def edit(request: Request) -> Request:
        headers = list(request[0].headers)
        here = at % len(headers) if headers else 0
        if deed == "add" or not headers:
            return with_headers(request, [*headers, (name, value)])
        key, old = headers[here]
        new = {
            "set": [(key, value)],
            "lose": [],
            "double": [(key, old), (key.upper(), old)],
            "shout": [(key.upper(), old)],
            "turn": [(key, old)],
        }[deed]
        rest = headers[:here], headers[here + 1 :]
        return with_headers(
            request, [*rest[1], *new, *rest[0]] if deed == "turn" else [*rest[0], *new, *rest[1]]
        )

    return edit


@st.composite
def body_edits(draw: st.DrawFn) -> Edit:
    """Something done to the body: flipped, cut, filled, or continued."""
    at, bit = draw(st.integers(0, 400)), draw(st.integers(0, 7))
    piece = draw(st.binary(max_size=40))
    deed = draw(st.sampled_from(["flip", "cut", "over", "more", "in"]))

    def edit(request: Request) -> Request:
        envelope, body = request
        here = at % len(body) if body else 0
        flipped = bytes([body[here] ^ (1 << bit)]) if body else b""
        return envelope, {
            "flip": body[:here] + flipped + body[here + 1 :],
            "cut": body[:here],
            "over": body[:here] + piece + body[here + len(piece) :],
            "more": body + piece,
            "in": body[:here] + piece + body[here:],
        }[deed]

    return edit


line_edits = st.builds(
    lambda **changed: lambda request: (replace(request[0], **changed), request[1]),
    method=st.sampled_from(["POST", "GET", "OPTIONS", "post"]),
    target=st.sampled_from([*PATHS, "/v1/check?", "//v1/check", "/V1/check"]),
    version=st.sampled_from([(1, 1), (1, 0), (2, 0)]),
)
edits = st.lists(header_edits() | body_edits() | line_edits, min_size=1, max_size=5)


@settings(max_examples=300)
@given(path=st.sampled_from(list(PATHS)), changes=edits, text=st.text(max_size=40))
def test_what_is_let_in_is_what_was_sealed(gate: Gate, path: str, changes: list[Edit], text: str) -> None:
    sent = gate.request(path=path, question={"text": text})
    arrived = sent
    for change in changes:
        arrived = change(arrived)
    asked = let_in(gate, arrived)
    assert (asked is not None) == (means(arrived) == means(sent))
    assert asked is None or json.loads(asked.plaintext.reveal()) == {"text": text}


@given(first=st.sampled_from(list(PATHS)), second=st.sampled_from(list(PATHS)), cut=st.integers(1, 200))
def test_two_good_requests_do_not_make_a_third(gate: Gate, first: str, second: str, cut: int) -> None:
    (envelope, one), (_, two) = (gate.request(path=path, question={"n": 1}) for path in (first, second))
    spliced = one[: cut % len(one)] + two[cut % len(one) :]
    if spliced not in (one, two):
        assert let_in(gate, (envelope, spliced)) is None
    if first != second:
        assert let_in(gate, (envelope, two)) is None


class Visits(RuleBasedStateMachine):
    """Browsers ask, the clock goes on, and somebody sends again whatever was sent before."""

    def __init__(self) -> None:
        super().__init__()
        self.scratch = tempfile.TemporaryDirectory()
        self.folder = Path(self.scratch.name) / "state"
        self.gate = Gate(self.folder)
        self.sent: list[Request] = []
        self.used: set[int] = set()
        self.paired = True

    def teardown(self) -> None:
        self.scratch.cleanup()

    @rule(path=st.sampled_from(list(PATHS)), age_ms=st.integers(-40_000, 40_000))
    def the_browser_asks(self, path: str, age_ms: int) -> None:
        request = self.gate.request(path=path, age_ms=age_ms)
        asked = let_in(self.gate, request)
        assert (asked is not None) == (self.paired and abs(age_ms) <= 30_000)
        self.sent.append(request)
        if asked is not None and not asked.spent:
            self.used.add(len(self.sent) - 1)

    @rule(path=st.sampled_from(list(PATHS)))
    def a_line_that_waits_is_used(self, path: str) -> None:
        asked = let_in(self.gate, self.gate.request(self.gate.waiting, path=path))
        assert (asked is not None) == (path == HELLO)

    @precondition(lambda self: self.sent)
    @rule(data=st.data())
    def somebody_sends_it_again(self, data: st.DataObject) -> None:
        at = data.draw(st.integers(0, len(self.sent) - 1))
        asked = let_in(self.gate, self.sent[at])
        if at in self.used or not self.paired:
            assert asked is None
        elif asked is not None and not asked.spent:
            self.used.add(at)  # it had come too early or too often: it is good once all the same

    @rule(seconds=st.floats(0, 45))
    def time_passes(self, seconds: float) -> None:
        self.gate.now += seconds

    @precondition(lambda self: self.paired and len(self.sent) > 3)
    @rule()
    def the_person_takes_the_pairing_away(self) -> None:
        remove("chrome", self.folder)
        self.paired = False


Visits.TestCase.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
TestVisits = Visits.TestCase
