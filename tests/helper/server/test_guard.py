from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from dataclasses import FrozenInstanceError, replace
from pathlib import Path

import pytest

from helper.server.gate import NOW, PORT, Arriving, Gate
from helper.server.house import CHROME, FIREFOX, STRANGER
from postil.server import guard, limits
from postil.server.envelope import PATHS, RULES
from postil.server.guard import HELLO, MEDIA, REASONS, RefusedError
from postil.server.pairings import create, read, remove


@pytest.fixture
async def gate(tmp_path: Path) -> Gate:
    return Gate(tmp_path / "state")


async def test_a_good_request_comes_through_and_hides_its_text(gate: Gate) -> None:
    asked = await gate.admit(gate.request(question={"text": "only here"}))
    assert asked.plaintext.reveal() == b'{"text":"only here"}'
    assert "only here" not in repr(asked)
    assert asked.origin == CHROME


async def test_a_nonce_is_good_once(gate: Gate) -> None:
    request = gate.request()
    await gate.admit(request)
    assert await gate.reason(request) == "replay"


@pytest.mark.parametrize("age_ms", [0, 29_999, 30_000, -30_000])
async def test_a_request_of_this_half_minute_is_fresh(gate: Gate, age_ms: int) -> None:
    asked = await gate.admit(gate.request(age_ms=age_ms))
    assert asked.pairing.name == "chrome"


@pytest.mark.parametrize("age_ms", [30_001, -30_001, 10**9, NOW * 1000])
async def test_an_older_or_newer_one_is_stale(gate: Gate, age_ms: float) -> None:
    assert await gate.reason(gate.request(age_ms=int(age_ms))) == "stale"


async def test_a_nonce_is_remembered_for_as_long_as_it_could_be_fresh(gate: Gate) -> None:
    ahead = gate.request(age_ms=-30_000)
    await gate.admit(ahead)
    gate.now += 59
    await gate.admit(gate.request())
    assert await gate.reason(ahead) == "replay"
    gate.now += 2
    assert await gate.reason(ahead) == "stale"


async def test_another_key_is_refused(gate: Gate, tmp_path: Path) -> None:
    create("elsewhere", folder=tmp_path / "other")
    (stranger,) = read(tmp_path / "other")
    assert await gate.reason(gate.request(stranger)) == "kid"
    forged = replace(stranger, keys=replace(stranger.keys, kid=gate.chrome.keys.kid))
    assert await gate.reason(gate.request(forged)) == "seal"


@pytest.mark.parametrize("origin", [STRANGER, FIREFOX])
async def test_another_extension_is_refused_even_with_the_key(gate: Gate, origin: str) -> None:
    assert await gate.reason(gate.request(origin=origin)) == "pinned"
    assert await gate.reason(gate.request(origin=origin, path=HELLO)) == "pinned"


async def test_what_was_sealed_for_another_port_is_refused(gate: Gate) -> None:
    assert await gate.reason(gate.request(port=PORT + 1)) == "seal"


async def test_what_was_sealed_for_another_path_is_refused(gate: Gate) -> None:
    assert await gate.reason(gate.request(path="/v1/check", sent_to="/v1/policy")) == "seal"


async def test_a_pairing_that_waits_says_hello_and_nothing_else(gate: Gate) -> None:
    asked = await gate.admit(gate.request(gate.waiting, path=HELLO))
    assert asked.pairing.origin is None
    for path in ("/v1/check", "/v1/policy", MEDIA, "/v1/health"):
        assert await gate.reason(gate.request(gate.waiting, path=path)) == "pinned"


async def test_an_unknown_key_is_refused_before_its_body_is_read(gate: Gate, tmp_path: Path) -> None:
    create("elsewhere", folder=tmp_path / "other")
    (stranger,) = read(tmp_path / "other")
    assert await gate.reason(gate.request(stranger, path=MEDIA), stops_at=29) == "kid"


async def test_a_stale_or_repeated_one_is_refused_before_its_body_is_read(gate: Gate) -> None:
    assert await gate.reason(gate.request(path=MEDIA, age_ms=31_000), stops_at=29) == "stale"
    again = gate.request(path=MEDIA)
    await gate.admit(again)
    assert await gate.reason(again, stops_at=29) == "replay"


async def test_a_slow_body_is_refused(gate: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "BODY_S", 0.05)
    assert await gate.reason(gate.request(), stops_at=0) == "slow"
    assert await gate.reason(gate.request(), stops_at=30) == "slow"


async def test_a_body_that_breaks_off_is_refused(gate: Gate) -> None:
    envelope, body = gate.request()
    assert await gate.reason((envelope, body[:-1])) == "body"
    assert await gate.reason((envelope, body[:10])) == "body"


async def test_a_body_of_another_version_is_refused(gate: Gate) -> None:
    envelope, body = gate.request()
    assert await gate.reason((envelope, b"\x02" + body[1:])) == "seal"


async def test_who_asks_too_often_is_told_so_and_not_served(
    gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "RATE_PER_S", 1e-9)  # nothing comes back, however long this takes
    spent = [(await gate.admit(gate.request())).spent for _ in range(limits.BURST + 5)]
    assert not any(spent[: limits.BURST])
    assert spent[-1]
    assert len(gate.guard._visits[gate.chrome.keys.kid].nonces) == limits.BURST, "nobody fills our memory"


async def test_pairings_that_cannot_be_read_let_nobody_in(gate: Gate, tmp_path: Path) -> None:
    (tmp_path / "state" / "pairings.json").write_text("{}")
    assert await gate.reason(gate.request()) == "kid"


async def test_a_pairing_that_was_taken_away_is_refused_at_once(gate: Gate, tmp_path: Path) -> None:
    await gate.admit(gate.request())
    remove("chrome", tmp_path / "state")
    assert await gate.reason(gate.request()) == "kid"


async def test_only_so_many_pictures_are_in_memory_at_once(
    gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "BODY_S", 0.05)
    inside = 0
    most = 0

    async def look() -> None:
        nonlocal inside, most
        envelope, body = gate.request(path=MEDIA)
        async with gate.guard.admit(envelope, Arriving(body)):
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0.01)
            inside -= 1

    await asyncio.gather(*(look() for _ in range(6)))
    assert most == limits.PICTURES


async def test_as_many_drafts_as_come_are_let_in_at_once(gate: Gate) -> None:
    async with AsyncExitStack() as inside:
        for _ in range(limits.PICTURES + 2):
            envelope, body = gate.request()
            await asyncio.wait_for(inside.enter_async_context(gate.guard.admit(envelope, Arriving(body))), 5)


async def test_of_twins_that_arrive_together_one_is_let_in(gate: Gate) -> None:
    """Both heads are read before either body has come: the first look knows of no twin."""
    envelope, body = gate.request()
    reasons = []

    async def ask() -> None:
        try:
            async with gate.guard.admit(envelope, Trickling(body)):
                pass
        except RefusedError as refused:
            reasons.append(refused.reason)

    await asyncio.gather(*(ask() for _ in range(5)))
    assert reasons == ["replay"] * 4


class Trickling(Arriving):
    """A body whose pieces take turns with others'."""

    async def readexactly(self, n: int) -> bytes:
        part = await super().readexactly(n)
        await asyncio.sleep(0.01)
        return part


@pytest.mark.parametrize("path", PATHS)
async def test_the_rules_come_first_whatever_the_path(gate: Gate, path: str) -> None:
    envelope, body = gate.request(path=path)
    assert await gate.reason((replace(envelope, method="GET"), body)) == "method"
    headers = [(name, b"x" if name == b"Host" else value) for name, value in envelope.headers]
    assert await gate.reason((replace(envelope, headers=headers), body)) == "host"
    assert (await gate.admit((envelope, body))).place.path == path


async def test_it_says_once_more_that_the_pairings_cannot_be_read(
    gate: Gate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(guard, "say", said.append)
    (tmp_path / "state" / "pairings.json").write_text("{}")
    await gate.reason(gate.request())
    assert said == ["pairings-unreadable"]


async def test_what_was_asked_does_not_change_afterwards(gate: Gate) -> None:
    asked = await gate.admit(gate.request())
    with pytest.raises(FrozenInstanceError):
        asked.spent = True  # type: ignore[misc]


def test_a_reason_is_one_of_these() -> None:
    after_the_rules = ("slow", "body", "kid", "pinned", "stale", "replay", "seal", "malformed")
    assert tuple(REASONS) == (*RULES, *after_the_rules)
    assert str(RefusedError("kid")) == "kid"
