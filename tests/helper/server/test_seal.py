from __future__ import annotations

import json
from dataclasses import FrozenInstanceError
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.server import seal
from postil.server.seal import (
    HEAD_BYTES,
    NONCE_BYTES,
    SHORTEST,
    TAG_BYTES,
    Head,
    Keys,
    Place,
    SealError,
    derive,
    open_answer,
    open_request,
    read_head,
    seal_answer,
    seal_request,
)

VECTORS: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "wire" / "seal.json").read_text(encoding="utf-8")
)
CASES: list[dict[str, Any]] = VECTORS["cases"]
named = pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])

KEYS = derive(bytes(32))
OTHER = derive(bytes([1]) * 32)
PLACE = Place("/v1/check", 28417)


def parts(case: dict[str, Any]) -> tuple[Keys, Place, Head]:
    keys = derive(bytes.fromhex(case["secret"]))
    head = Head(keys.kid, case["time_ms"], bytes.fromhex(case["request"]["nonce"]))
    return keys, Place(case["path"], case["port"]), head


@named
def test_keys_are_derived_as_the_vectors_say(case: dict[str, Any]) -> None:
    keys, _, _ = parts(case)
    assert (keys.kid.hex(), keys.request.hex(), keys.answer.hex()) == (
        case["kid"],
        case["request_key"],
        case["answer_key"],
    )


@named
def test_request_seals_and_opens_as_the_vectors_say(case: dict[str, Any]) -> None:
    keys, place, head = parts(case)
    plaintext, body = (bytes.fromhex(case["request"][key]) for key in ("plaintext", "body"))
    assert seal_request(keys, place, head, plaintext) == body
    assert read_head(body) == head
    assert open_request(keys, place, head, body) == plaintext


@named
def test_answer_seals_and_opens_as_the_vectors_say(case: dict[str, Any]) -> None:
    keys, place, head = parts(case)
    nonce, plaintext, body = (bytes.fromhex(case["answer"][key]) for key in ("nonce", "plaintext", "body"))
    assert seal_answer(keys, place, head, nonce, plaintext) == body
    assert open_answer(keys, place, head, body) == plaintext


@pytest.mark.parametrize("spoilt", VECTORS["spoilt"], ids=lambda spoilt: spoilt["name"])
def test_nothing_spoilt_opens(spoilt: dict[str, Any]) -> None:
    keys, place, head = parts(CASES[0])

    def unseal() -> bytes:
        if "answer" in spoilt:
            return open_answer(keys, place, head, bytes.fromhex(spoilt["answer"]))
        body = bytes.fromhex(spoilt["request"])
        return open_request(keys, place, read_head(body), body)

    with pytest.raises(SealError):
        unseal()


heads = st.builds(Head, st.just(KEYS.kid), st.integers(0, 2**63), st.binary(min_size=12, max_size=12))


@given(head=heads, plaintext=st.binary(max_size=300))
def test_a_round_trip_gives_the_plaintext_back(head: Head, plaintext: bytes) -> None:
    body = seal_request(KEYS, PLACE, head, plaintext)
    assert read_head(body) == head
    assert open_request(KEYS, PLACE, head, body) == plaintext
    answer = seal_answer(KEYS, PLACE, head, head.nonce, plaintext)
    assert open_answer(KEYS, PLACE, head, answer) == plaintext


@given(head=heads, at=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_any_flipped_bit_keeps_it_shut(head: Head, at: int, bit: int) -> None:
    body = bytearray(seal_request(KEYS, PLACE, head, b'{"text":"x"}'))
    body[at % len(body)] ^= 1 << bit
    with pytest.raises(SealError):
        open_request(KEYS, PLACE, read_head(bytes(body)), bytes(body))


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (OTHER, PLACE),
        (KEYS, Place("/v1/policy", 28417)),
        (KEYS, Place("/v1/check", 28418)),
        (Keys(KEYS.kid, KEYS.answer, KEYS.request), PLACE),
    ],
    ids=["another key", "another path", "another port", "the answer's key"],
)
def test_a_request_opens_in_its_own_place_alone(keys: Keys, place: Place) -> None:
    head = Head(KEYS.kid, 1, bytes(12))
    body = seal_request(KEYS, PLACE, head, b"{}")
    with pytest.raises(SealError):
        open_request(keys, place, head, body)


def test_an_answer_belongs_to_one_request() -> None:
    head = Head(KEYS.kid, 1, bytes(12))
    body = seal_answer(KEYS, PLACE, head, bytes(12), b"{}")
    with pytest.raises(SealError):
        open_answer(KEYS, PLACE, Head(KEYS.kid, 1, b"another one!"), body)
    with pytest.raises(SealError):
        open_answer(KEYS, PLACE, Head(KEYS.kid, 2, bytes(12)), body)


def test_keys_are_not_shown() -> None:
    for key in (KEYS.request, KEYS.answer):
        assert key.hex() not in repr(KEYS)
        assert repr(key) not in repr(KEYS)


@pytest.mark.parametrize("value", [KEYS, PLACE, Head(KEYS.kid, 1, bytes(12))], ids=["keys", "place", "head"])
def test_what_was_judged_does_not_change_afterwards(value: object) -> None:
    for name in ("kid", "path", "time_ms"):
        if hasattr(value, name):
            with pytest.raises(FrozenInstanceError):
                setattr(value, name, getattr(value, name))


def test_a_head_of_another_version_is_refused() -> None:
    with pytest.raises(SealError):
        read_head(b"\x02" + bytes(HEAD_BYTES))


def test_a_head_is_read_as_soon_as_all_of_it_is_there() -> None:
    head = Head(KEYS.kid, 1, b"twelve bytes")
    body = seal_request(KEYS, PLACE, head, b"{}")
    assert len(body) == SHORTEST
    assert read_head(body[:HEAD_BYTES]) == head
    for length in range(HEAD_BYTES):
        with pytest.raises(SealError):
            read_head(body[:length])


def test_an_answer_of_no_words_opens() -> None:
    head = Head(KEYS.kid, 1, bytes(12))
    assert open_answer(KEYS, PLACE, head, seal_answer(KEYS, PLACE, head, bytes(12), b"")) == b""


def test_what_is_too_short_for_an_answer_does_not_reach_the_cipher(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seal, "AESGCM", None)
    for length in range(1 + NONCE_BYTES + TAG_BYTES):
        with pytest.raises(SealError):
            open_answer(KEYS, PLACE, Head(KEYS.kid, 1, bytes(12)), bytes([1]) * length)
