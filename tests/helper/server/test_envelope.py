from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helper.server.house import CHROME, FIREFOX
from postil.server.envelope import FOREIGN, PATHS, RULES, Envelope, broken_rule
from postil.server.limits import MEDIA_BYTES, REQUEST_BYTES
from postil.server.seal import SHORTEST

PORT = 28417
BROWSER = (
    (b"User-Agent", b"x"),
    (b"Accept", b"*/*"),
    (b"Accept-Encoding", b"gzip"),
    (b"Connection", b"keep-alive"),
)


def good(origin: str = CHROME, path: str = "/v1/check", length: int = 100) -> Envelope:
    site = b"none" if origin == CHROME else b"same-origin"
    return Envelope(
        "POST",
        path,
        (1, 1),
        (
            *BROWSER,
            (b"Host", b"127.0.0.1:28417"),
            (b"Origin", origin.encode()),
            (b"Sec-Fetch-Site", site),
            (b"Sec-Fetch-Mode", b"cors"),
            (b"Sec-Fetch-Dest", b"empty"),
            (b"Content-Type", b"application/postil-sealed"),
            (b"Content-Length", b"%d" % length),
        ),
    )


GUARDED = [name for name, _ in good().headers[len(BROWSER) :]]


def with_header(envelope: Envelope, name: bytes, *values: bytes) -> Envelope:
    """The envelope with these values, and no others, under a name."""
    rest = [pair for pair in envelope.headers if pair[0].lower() != name.lower()]
    return replace(envelope, headers=(*rest, *((name, value) for value in values)))


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("origin", [CHROME, FIREFOX])
def test_what_our_extension_sends_keeps_every_rule(origin: str, path: str) -> None:
    assert broken_rule(good(origin, path), PORT) is None


@pytest.mark.parametrize("name", GUARDED)
def test_a_guarded_header_stands_there_once(name: bytes) -> None:
    (value,) = [value for key, value in good().headers if key == name]
    assert broken_rule(with_header(good(), name), PORT)
    assert broken_rule(with_header(good(), name, value, value), PORT)
    doubled = replace(good(), headers=(*good().headers, (name.upper(), value)))
    assert broken_rule(doubled, PORT)


@given(name=st.sampled_from(GUARDED), value=st.binary(max_size=60))
def test_a_guarded_header_has_one_value(name: bytes, value: bytes) -> None:
    if dict(good().headers)[name] != value and not (name == b"Content-Length" and value.isdigit()):
        other_extension = name == b"Origin" and b"://" in value
        assert broken_rule(with_header(good(), name, value), PORT) or other_extension


BROKEN = [
    ("version", replace(good(), version=(1, 0))),
    ("version", replace(good(), version=(2, 0))),
    ("method", replace(good(), method="GET")),
    ("method", replace(good(), method="OPTIONS")),
    ("method", replace(good(), method="post")),
    ("path", replace(good(), target="//v1/check")),
    ("path", replace(good(), target="/v1/check/")),
    ("path", replace(good(), target="/v1/check?")),
    ("path", replace(good(), target="/v1/%63heck")),
    ("path", replace(good(), target="/v1/../v1/check")),
    ("path", replace(good(), target="http://127.0.0.1:28417/v1/check")),
    ("path", replace(good(), target="*")),
    ("host", with_header(good(), b"Host", b"localhost:28417")),
    ("host", with_header(good(), b"Host", b"127.0.0.1")),
    ("host", with_header(good(), b"Host", b"127.0.0.1:28418")),
    ("host", with_header(good(), b"Host", b"127.0.0.1:28417@site.test")),
    ("host", with_header(good(), b"Host", b"site.test:28417")),
    ("host", with_header(good(), b"Host", b"[::1]:28417")),
    ("origin", with_header(good(), b"Origin", b"null")),
    ("origin", with_header(good(), b"Origin", b"https://site.test")),
    ("origin", with_header(good(), b"Origin", b"http://127.0.0.1:28417")),
    ("origin", with_header(good(), b"Origin", CHROME.encode() + b"a")),
    ("origin", with_header(good(), b"Origin", CHROME.encode() + b"/")),
    ("origin", with_header(good(), b"Origin", CHROME.encode() + b"\n")),
    ("origin", with_header(good(), b"Origin", CHROME.upper().encode())),
    ("fetch-site", with_header(good(), b"Sec-Fetch-Site", b"same-origin")),
    ("fetch-site", with_header(good(FIREFOX), b"Sec-Fetch-Site", b"none")),
    ("fetch-site", with_header(good(), b"Sec-Fetch-Site", b"cross-site")),
    ("fetch-site", with_header(good(), b"Sec-Fetch-Site", b"same-site")),
    ("fetch-mode", with_header(good(), b"Sec-Fetch-Mode", b"no-cors")),
    ("fetch-mode", with_header(good(), b"Sec-Fetch-Mode", b"navigate")),
    ("fetch-dest", with_header(good(), b"Sec-Fetch-Dest", b"image")),
    ("type", with_header(good(), b"Content-Type", b"text/plain")),
    ("type", with_header(good(), b"Content-Type", b"application/postil-sealed; charset=utf-8")),
    ("length", with_header(good(), b"Content-Length", b"0")),
    ("length", with_header(good(), b"Content-Length", b"-1")),
    ("length", with_header(good(), b"Content-Length", b"0100")),
    ("length", with_header(good(), b"Content-Length", b"+100")),
    ("length", with_header(good(), b"Content-Length", b"46")),
    ("length", good(length=REQUEST_BYTES + 1)),
    ("length", good(path="/v1/media", length=MEDIA_BYTES + 1)),
    ("foreign", with_header(good(), b"Cookie", b"a=b")),
]
"""Reason -> a request that breaks that rule alone or first."""


NAMES = [f"{reason} {count}" for count, (reason, _) in enumerate(BROKEN)]


@pytest.mark.parametrize(("reason", "envelope"), BROKEN, ids=NAMES)
def test_each_rule_has_its_reason(reason: str, envelope: Envelope) -> None:
    assert broken_rule(envelope, PORT) == reason


@pytest.mark.parametrize("reason", RULES)
def test_every_rule_is_needed(reason: str) -> None:
    others = [holds for name, holds in RULES.items() if name != reason]
    stopped_by_it = [envelope for name, envelope in BROKEN if name == reason]
    assert any(all(holds(envelope, PORT) for holds in others) for envelope in stopped_by_it)


@pytest.mark.parametrize("name", sorted(FOREIGN))
def test_foreign_headers_are_refused(name: bytes) -> None:
    assert broken_rule(with_header(good(), name.title(), b"x"), PORT) == "foreign"


def test_limits_belong_to_their_paths() -> None:
    assert broken_rule(good(length=REQUEST_BYTES), PORT) is None
    assert broken_rule(good(path="/v1/media", length=MEDIA_BYTES), PORT) is None


def test_an_envelope_does_not_show_its_headers() -> None:
    assert CHROME not in repr(good())


def test_these_are_the_paths_and_the_foreign_headers() -> None:
    assert list(PATHS) == ["/v1/hello", "/v1/check", "/v1/policy", "/v1/media", "/v1/health"]
    words = b"content-encoding cookie expect trailer transfer-encoding upgrade"
    assert set(words.split()) == FOREIGN


def test_the_shortest_that_is_sealed_may_come_in() -> None:
    assert broken_rule(good(length=SHORTEST), PORT) is None
    assert broken_rule(good(length=SHORTEST - 1), PORT) == "length"


@pytest.mark.parametrize("path", ["/", "/v2/check"])
def test_an_unknown_path_has_no_length_of_its_own(path: str) -> None:
    assert RULES["length"](good(path=path, length=REQUEST_BYTES), PORT)
    assert not RULES["length"](good(path=path, length=REQUEST_BYTES + 1), PORT)


def test_what_does_not_stand_there_is_nothing() -> None:
    bare = replace(good(), headers=())
    assert (bare.origin, bare.length) == ("", 0)
    assert with_header(good(), b"Content-Length", b"x").length == 0
    assert good(length=77).length == 77


def test_an_envelope_does_not_change_once_it_was_judged() -> None:
    with pytest.raises(FrozenInstanceError):
        good().method = "GET"  # type: ignore[misc]
