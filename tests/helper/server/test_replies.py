from __future__ import annotations

import pytest

from postil.server.replies import REFUSAL, answer, refusal

WHOLE = [answer(b"sealed")._data, REFUSAL]


@pytest.mark.parametrize("data", WHOLE, ids=["answer", "refusal"])
def test_nothing_is_given_away_and_nothing_kept(data: bytes) -> None:
    head = data.lower()
    assert b"access-control" not in head
    assert b"server:" not in head
    assert b"date:" not in head
    for line in (
        b"cache-control: no-store",
        b"x-content-type-options: nosniff",
        b"content-security-policy: default-src 'none';",
    ):
        assert b"\r\n" + line in head


def test_a_refusal_is_empty_and_closes() -> None:
    assert REFUSAL.startswith(b"HTTP/1.1 403 ")
    assert REFUSAL.endswith(b"\r\n\r\n")
    assert b"\r\nContent-Length: 0\r\nConnection: close\r\n" in REFUSAL
    assert not refusal().keep_alive


def test_an_answer_says_its_length_and_stays() -> None:
    head, _, body = answer(b"sealed")._data.partition(b"\r\n\r\n")
    assert body == b"sealed"
    assert b"\r\nContent-Length: 6\r\n" in head
    assert answer(b"").keep_alive
