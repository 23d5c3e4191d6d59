from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.model.draft import Account, Attachment, Draft, Reply
from postil.model.edition import Edition
from postil.model.finding import Edit, Field, Finding, Fix, Link, Mark, Review, Words
from postil.server.wire import read_draft, write_edition, write_review

SAMPLES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "wire" / "reviews.json").read_text(encoding="utf-8")
)["reviews"]
sampled = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["name"])

LETTERS = st.sampled_from([*"ab \n", "é", "e\u0301", "\ufe0f", "🎉", "👩🏽‍⚕️", "\U0001d4ea", "\U0010ffff"])
TEXTS = st.lists(LETTERS, max_size=30).map("".join)


def utf16(text: str, start: int, end: int) -> str:
    """What JavaScript's `slice` gives."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def field_of(draft: dict[str, Any], mark: dict[str, Any]) -> str:
    """The text that a mark on the wire counts in."""
    room, _, key = mark.get("in", "text").partition(".")
    holder = draft[room]
    if room == "attachments":
        holder = holder[mark["item"]]
    return str(holder[key] if key else holder)


def points(text: str, offset: int) -> int:
    """Code points before an offset in UTF-16 code units."""
    return len(utf16(text, 0, offset))


def model(sample: dict[str, Any]) -> Review:
    """The review of a sample, with offsets in code points."""
    draft, review = sample["draft"], sample["review"]

    def mark(given: dict[str, Any]) -> Mark:
        text = field_of(draft, given)
        ends = points(text, given["start"]), points(text, given["end"])
        return Mark(*ends, given.get("in", "text"), given.get("item", 0))

    def fix(given: dict[str, Any]) -> Fix:
        edits = [
            Edit(points(draft["text"], e["start"]), points(draft["text"], e["end"]), e["text"])
            for e in given.get("edits", [])
        ]
        form = given.get("form")
        return Fix(
            kind=given["kind"],
            text=given.get("text"),
            edits=tuple(edits),
            statement=Words(**given["statement"]) if "statement" in given else None,
            form=form and Link(label=Words(**form["label"]), url=form["url"]),
            minutes=given.get("minutes"),
        )

    findings = tuple(
        Finding(
            topic=f["topic"],
            clauses=tuple(f["clauses"]),
            severity=f["severity"],
            confidence=f["confidence"],
            title=Words(**f["title"]),
            message=Words(**f["message"]),
            marks=tuple(mark(m) for m in f["marks"]),
            fix=fix(f["fix"]) if "fix" in f else None,
            unknown=tuple(f["unknown"]),
        )
        for f in review["findings"]
    )
    return Review(**{key: review[key] for key in ("id", "policy", "language", "partial")}, findings=findings)


@sampled
def test_samples_mark_the_words_that_they_say(sample: dict[str, Any]) -> None:
    for finding, words in zip(sample["review"]["findings"], sample["marked"], strict=True):
        marks = finding["marks"]
        assert [utf16(field_of(sample["draft"], m), m["start"], m["end"]) for m in marks] == words


@sampled
def test_a_review_is_written_as_the_samples_say(sample: dict[str, Any]) -> None:
    assert write_review(model(sample), read_draft(sample["draft"])) == sample["review"]


def finding(field: Field, start: int, end: int, item: int = 0) -> Finding:
    both = Words("x", "x")
    mark = Mark(start, end, field, item)
    fix = Fix(kind="replace", edits=(Edit(start, end, "y"),))
    return Finding(
        topic="t",
        clauses=(),
        severity="note",
        confidence="low",
        title=both,
        message=both,
        marks=(mark,),
        fix=fix,
    )


@given(text=TEXTS, data=st.data())
def test_offsets_cut_the_same_words_in_utf16(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    review = Review(policy="p", language="en", findings=(finding("text", start, end),))
    written = write_review(review, Draft(text=text))["findings"][0]
    for span in (written["marks"][0], written["fix"]["edits"][0]):
        assert utf16(text, span["start"], span["end"]) == text[start:end]


@given(texts=st.lists(TEXTS, min_size=7, max_size=7), data=st.data())
def test_offsets_count_in_their_own_field(texts: list[str], data: st.DataObject) -> None:
    draft = Draft(
        text=texts[0],
        account=Account(bio=texts[1], name=texts[2], handle=texts[3]),
        attachments=(Attachment(kind="image"), Attachment(kind="image", alt=texts[4], name=texts[5])),
        reply_to=Reply(text=texts[6]),
    )
    fields: list[Field] = ["text", "account.bio", "account.name", "account.handle"]
    fields += ["attachments.alt", "attachments.name", "reply_to.text"]
    for field, text in zip(fields, texts, strict=True):
        end = data.draw(st.integers(0, len(text)))
        item = int(field.startswith("attachments"))
        review = Review(policy="p", language="en", findings=(finding(field, 0, end, item),))
        mark = write_review(review, draft)["findings"][0]["marks"][0]
        assert utf16(text, mark["start"], mark["end"]) == text[:end]
        assert mark.get("in", "text") == field
        assert ("item" in mark) == (item == 1)


def test_what_a_fix_does_not_have_is_left_out() -> None:
    bare = replace(finding("text", 0, 0), fix=Fix(kind="hold", minutes=20))
    written = write_review(Review(policy="p", language="en", findings=(bare,)), Draft(text=""))
    assert written["findings"][0]["fix"] == {"kind": "hold", "minutes": 20}
    none = replace(bare, fix=None)
    assert (
        "fix"
        not in write_review(Review(policy="p", language="en", findings=(none,)), Draft(text=""))["findings"][
            0
        ]
    )


def test_an_edition_is_told_with_whether_it_is_overdue() -> None:
    edition = Edition("2026.11.2", date(2026, 11, 21), date(2027, 5, 20))
    told = {"version": "2026.11.2", "issued": "2026-11-21", "expires": "2027-05-20"}
    assert write_edition(edition, date(2027, 5, 20)) == told | {"expired": False}
    assert write_edition(edition, date(2027, 5, 21)) == told | {"expired": True}
    assert write_edition(None) is None
