from __future__ import annotations

import threading

import pytest

from helper.server.house import ONE_WORD, House
from postil.server import limits
from postil.server.limits import CHARACTERS, INLINE_CHARACTERS
from postil.server.rules import Rules


async def test_a_review_comes_back(house: House) -> None:
    answer = await house.ask("/v1/check", {"id": 7, "text": ONE_WORD})
    assert answer["review"]["id"] == 7
    assert answer["review"]["findings"][0]["topic"] == "disrespect"


async def test_checks_are_counted_and_nothing_else(house: House) -> None:
    await house.ask("/v1/check", {"text": "x"})
    await house.ask("/v1/check", {"txt": "x"})
    assert house.running.desk.checks == 1


@pytest.mark.parametrize(
    ("question", "reason", "error"),
    [
        ({"text": 5}, "bad-draft", "text: expected a string, got a number"),
        ({"text": "x", "policy": "leedz"}, "no-policy", "policy: no policy of that name"),
        (b"{,", "bad-draft", "expected JSON, character 1 does not fit"),
        (b"\xff\xfe", "bad-draft", "expected UTF-8, byte 0 is something else"),
        ({"text": "a" * (CHARACTERS + 1)}, "too-long", f"text: more than {CHARACTERS} characters in all"),
    ],
    ids=["wrong kind", "no such policy", "no JSON", "no UTF-8", "too long"],
)
async def test_what_cannot_be_checked_is_declined(
    house: House, question: object, reason: str, error: str
) -> None:
    assert await house.ask("/v1/check", question) == {"ok": False, "reason": reason, "error": error}


async def test_rules_with_problems_are_said_and_the_helper_goes_on(house: House) -> None:
    house.running.desk.rules = Rules(None, 3)
    answer = await house.ask("/v1/check", {"text": "x"})
    assert answer["reason"] == "problem"
    assert answer["error"] == "The rules have 3 problems: run `postil rules check`."


async def test_a_long_draft_does_not_hold_up_the_loop(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    threads = []
    checker = house.running.desk.rules.get().checker
    review = checker.review

    def noted(draft: object) -> object:
        threads.append(threading.get_ident())
        return review(draft)  # type: ignore[arg-type]  # whatever came is handed on

    monkeypatch.setattr(checker, "review", noted)
    await house.ask("/v1/check", {"text": "a" * INLINE_CHARACTERS})
    await house.ask("/v1/check", {"text": "a" * (INLINE_CHARACTERS + 1)})
    assert threads[0] == threading.get_ident() != threads[1]


async def test_who_asks_too_often_is_told_that_it_is_busy(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "RATE_PER_S", 0.0)  # however slow the machine, nothing comes back meanwhile
    answers = [await house.ask("/v1/check", {"text": "x"}) for _ in range(limits.BURST + 1)]
    assert all(answer["ok"] for answer in answers[:-1])
    assert answers[-1] == {"ok": False, "reason": "busy", "error": "Too many requests at once."}
