from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.model.draft import Account, Attachment, Draft, Reply
from postil.server.draft import read_draft
from postil.server.shape import WireError

SAMPLES: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "wire" / "drafts.json").read_text(encoding="utf-8")
)
HOURS: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "wire" / "hours.json").read_text(encoding="utf-8")
)
GOOD = {sample["name"]: sample["draft"] for sample in SAMPLES["good"]}


@pytest.mark.parametrize("sample", SAMPLES["bad"], ids=lambda sample: sample["name"])
def test_a_bad_draft_is_refused_by_a_sentence(sample: dict[str, Any]) -> None:
    with pytest.raises(WireError) as refused:
        read_draft(sample["draft"])
    assert refused.value.sentence == sample["error"]


@pytest.mark.parametrize("draft", GOOD.values(), ids=GOOD)
def test_a_good_draft_is_read(draft: dict[str, Any]) -> None:
    assert isinstance(read_draft(draft), Draft)


def test_every_key_reaches_its_place() -> None:
    assert read_draft(GOOD["every key"]) == Draft(
        id="7",
        policy="leeds",
        surface="post",
        site="linkedin",
        text="Proud of this team 🎉",
        language="en",
        role="staff",
        account=Account(kind="personal", name="A. Reader", handle="@areader", bio=""),
        attachments=(Attachment(kind="image", name="IMG_1.jpg", alt="", faces=2, place=False),),
        reply_to=Reply(author="@somebody", text="Congratulations!"),
        audience="public",
        time="2026-11-24T10:15",
        working_hours="Mon-Fri 09:00-17:00",
    )


@pytest.mark.parametrize("case", HOURS["cases"], ids=lambda case: f"{case['written']} on {case['at']}")
def test_hours_are_read_as_the_extension_writes_them(case: dict[str, Any]) -> None:
    draft = read_draft({"text": "x", "time": case["at"], "working_hours": case["written"]})
    assert draft.working_hours == case["written"]


def test_null_and_absent_are_the_same_unknown() -> None:
    assert read_draft(GOOD["null is unknown"]) == Draft(text="x", reply_to=Reply())


def test_empty_is_known() -> None:
    assert read_draft(GOOD["no attachments, known"]).attachments == ()
    assert read_draft({"text": "x", "account": {"bio": ""}}).account.bio == ""


def test_the_bio_stands_for_the_text_while_it_is_edited() -> None:
    assert read_draft(GOOD["a bio that is edited"]).text == "Nurse at a hospital 🏥"


def test_half_a_pair_keeps_the_length() -> None:
    assert read_draft(GOOD["half a surrogate pair"]).text == "before \ufffd after"


def test_a_language_is_its_first_part() -> None:
    assert read_draft({"text": "x", "language": "NL-be"}).language == "nl"


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
keys = st.sampled_from([*GOOD["every key"], "other"])


def outcome(data: object) -> Draft | WireError:
    try:
        return read_draft(data)
    except WireError as error:
        return error


@given(change=st.dictionaries(keys, values, max_size=3))
def test_whatever_comes_is_read_or_refused_by_a_sentence(change: dict[str, Any]) -> None:
    result = outcome(GOOD["every key"] | change)
    if isinstance(result, Draft):
        assert result.text.encode().decode() == result.text
    else:
        assert 0 < len(result.sentence) < 200
