from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helper.server.house import ONE_WORD, OneWord
from postil.model.draft import Account, Attachment, Draft, Reply
from postil.server.checker import Checker, TooLongError, characters, echo_id, weight
from postil.server.limits import CHARACTERS
from postil.server.wire import WireError

CHECKER = Checker(OneWord(), {"leeds", "leiden"})


def test_a_draft_is_read_and_reviewed() -> None:
    draft = CHECKER.read({"text": f"🎉 {ONE_WORD}", "policy": "leeds"})
    assert CHECKER.check(draft).findings[0].marks[0].start == 2
    review = CHECKER.review(draft)
    assert review["policy"] == "leeds"
    assert review["findings"][0]["marks"] == [{"start": 3, "end": 13}]


@pytest.mark.parametrize(
    ("policy", "sentence"),
    [
        ("leedz", "policy: no policy of that name (did you mean 'leeds'?)"),
        ("zzzz", "policy: no policy of that name"),
        ("", "policy: no policy of that name"),
    ],
)
def test_a_policy_that_is_not_there_is_said(policy: str, sentence: str) -> None:
    with pytest.raises(WireError) as refused:
        CHECKER.read({"text": "", "policy": policy})
    assert refused.value.sentence == sentence


def test_a_draft_has_an_end() -> None:
    CHECKER.read({"text": "a" * CHARACTERS})
    with pytest.raises(TooLongError):
        CHECKER.read({"text": "a" * (CHARACTERS + 1)})
    with pytest.raises(TooLongError):
        CHECKER.read({"text": "", "reply_to": {"text": "🎉" * (CHARACTERS + 1)}})


def test_every_text_counts() -> None:
    draft = Draft(
        text="1",
        account=Account(bio="22", name="333", handle="4444"),
        attachments=(Attachment(kind="image", name="55555", alt="666666"),),
        reply_to=Reply(author="7777777", text="88888888"),
    )
    assert characters(draft) == 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8
    assert characters(Draft(text="")) == 0


@given(st.integers(0, 50))
def test_attachments_weigh(count: int) -> None:
    bare = Draft(text="", attachments=(Attachment(kind="image"),) * count)
    assert weight(bare) == 20 * count


@pytest.mark.parametrize("value", ["a", 1, None, ["x"], {"y": 1}])
def test_any_id_is_echoed(value: object) -> None:
    assert echo_id({"id": value}) == value


@pytest.mark.parametrize("data", [[], "id", None, {}])
def test_where_there_is_no_id_there_is_none(data: object) -> None:
    assert echo_id(data) is None
