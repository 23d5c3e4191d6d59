from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from helper.server.house import CHROME, FIREFOX, STRANGER, House
from postil.config import version
from postil.server.client import make_call
from postil.server.line import read_line
from postil.server.pairing import Pairing
from postil.server.pairings import create, read
from postil.server.replies import REFUSAL
from postil.server.rules import Rules
from postil.server.seal import derive


def newcomer(house: House) -> Pairing:
    """A pairing whose line was just printed, as its browser knows it."""
    line = create("new", folder=house.folder)
    return Pairing(name="new", keys=derive(read_line(line)[0]), created=0)


async def say_hello(house: House, pairing: Pairing, origin: str, name: object = "Chrome on Linux") -> bytes:
    call = make_call(replace(pairing, origin=origin), "/v1/hello", {"name": name}, port=house.port)
    reply = await house.send(call.data)
    if reply != REFUSAL:
        house.browsers[origin] = replace(pairing, origin=origin)
        assert call.open(reply)["ok"]
    return reply


async def test_a_hello_says_what_is_here(house: House, origin: str) -> None:
    assert await house.ask("/v1/hello", {"name": "x"}, origin) == {
        "ok": True,
        "version": version(),
        "rules": {"problems": 0},
        "policies": [
            {"id": "umc-utrecht", "institution": {"en": "A hospital", "nl": "Een ziekenhuis"}, "version": "1"}
        ],
    }


async def test_a_line_made_while_the_helper_runs_pairs_and_pins(house: House) -> None:
    pairing = newcomer(house)
    await say_hello(house, pairing, STRANGER)
    (kept,) = [one for one in read(house.folder) if one.name == "new"]
    assert (kept.origin, kept.browser) == (STRANGER, "Chrome on Linux")
    assert (await house.ask("/v1/check", {"text": "x"}, STRANGER))["ok"]


async def test_a_line_works_for_one_extension(house: House) -> None:
    pairing = newcomer(house)
    await say_hello(house, pairing, STRANGER)
    assert await say_hello(house, pairing, CHROME) == REFUSAL
    assert await say_hello(house, pairing, STRANGER) != REFUSAL


async def test_of_two_at_once_one_is_paired(house: House) -> None:
    pairing = newcomer(house)
    replies = await asyncio.gather(
        *(say_hello(house, pairing, origin) for origin in (CHROME, FIREFOX, STRANGER))
    )
    assert replies.count(REFUSAL) == 2


@pytest.mark.parametrize(
    ("name", "kept"),
    [("a\x1b[31mred\n", "a[31mred"), ("x" * 200, "x" * 60), ("", None), (None, None)],
    ids=["control letters", "long", "empty", "unknown"],
)
async def test_a_browsers_name_is_plain_and_short(house: House, name: str | None, kept: str | None) -> None:
    await say_hello(house, newcomer(house), STRANGER, name)
    assert [one.browser for one in read(house.folder) if one.name == "new"] == [kept]


async def test_problems_with_the_rules_are_said_at_hello(house: House) -> None:
    house.running.desk.rules = Rules(None, 2)
    answer = await house.ask("/v1/hello", {"name": "x"})
    assert (answer["ok"], answer["rules"], answer["policies"]) == (True, {"problems": 2}, [])


async def test_an_odd_hello_pins_nothing(house: House) -> None:
    pairing = newcomer(house)
    call = make_call(replace(pairing, origin=STRANGER), "/v1/hello", {"nam": "x"}, port=house.port)
    answer = call.open(await house.send(call.data))
    assert answer["reason"] == "bad-draft"
    assert [one.origin for one in read(house.folder) if one.name == "new"] == [None]


async def test_a_pairing_that_cannot_be_written_down_is_a_problem(house: House) -> None:
    pairing = newcomer(house)
    call = make_call(replace(pairing, origin=STRANGER), "/v1/hello", {"name": "x"}, port=house.port)
    house.running.desk.pairings.find(pairing.keys.kid)
    house.folder.chmod(0o755)
    answer = call.open(await house.send(call.data))
    assert answer["reason"] == "problem"
