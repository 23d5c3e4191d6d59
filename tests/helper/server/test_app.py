from __future__ import annotations

import asyncio
import json

import pytest

from helper.server.house import CHROME, FIREFOX, ONE_WORD, House
from postil.server.app import HANDLERS
from postil.server.envelope import PATHS


def test_guard_and_app_know_the_same_paths() -> None:
    assert set(HANDLERS) == set(PATHS)


async def test_a_draft_is_checked(house: House, origin: str) -> None:
    answer = await house.ask("/v1/check", {"id": "a", "text": f"🎉 what a {ONE_WORD}"}, origin)
    assert answer["ok"]
    review = answer["review"]
    assert review["id"] == "a"
    assert review["findings"][0]["marks"] == [{"start": 10, "end": 20}]


async def test_one_connection_serves_many_requests(house: House) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", house.port)
    from helper.server.house import read_reply  # noqa: PLC0415

    for text in ("one", "two", "three"):
        call = house.call("/v1/check", {"text": text, "id": text})
        writer.write(call.data)
        assert call.open(await read_reply(reader))["review"]["id"] == text
    writer.close()


async def test_a_reply_has_these_headers_and_no_others(house: House) -> None:
    reply = await house.send(house.call("/v1/health", {}).data)
    head, _, body = reply.partition(b"\r\n\r\n")
    status, *headers = head.decode().split("\r\n")
    assert status == "HTTP/1.1 200 OK"
    assert headers == [
        "Content-Type: application/postil-sealed",
        f"Content-Length: {len(body)}",
        "Cache-Control: no-store",
        "X-Content-Type-Options: nosniff",
        "Cross-Origin-Resource-Policy: same-origin",
        "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
    ]


async def test_a_fault_of_ours_is_a_sealed_problem(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_draft: object) -> None:
        raise ValueError("with the text in it")

    rules = house.running.desk.rules.get()
    monkeypatch.setattr(rules.checker, "review", fail)
    answer = await house.ask("/v1/check", {"text": "with the text in it"})
    assert answer == {"ok": False, "reason": "problem", "error": "Something in the helper failed."}
    assert (await house.ask("/v1/health", {}, FIREFOX))["ok"]


async def test_answers_are_json_whatever_is_echoed(house: House) -> None:
    odd = json.loads('{"id": ["half a pair \\ud83d", {"n": 1}], "text": ""}')
    call = house.call("/v1/check", b"")
    call = house.call("/v1/check", json.dumps(odd).encode(), CHROME)
    answer = call.open(await house.send(call.data))
    assert answer["review"]["id"] == odd["id"]
