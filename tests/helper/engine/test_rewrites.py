"""Rewrites of marked words."""

from __future__ import annotations

import pytest

from helper.engine.builders import policy, terms
from postil.engine.hashtags import Parter
from postil.engine.page import Page
from postil.engine.rewrites import Rewriter, written_names

POLICY = policy("p", names=("Leeds", "NU", "Northern University"))
LISTS = {
    "hashtag-words": terms("hashtag-words", "open", "day", "days", "op", "en", "(campus|visit)", "café"),
    "hashtag-heads": terms("hashtag-heads", "day"),
}
REWRITER = Rewriter(POLICY, Parter(written_names(POLICY), LISTS))


@pytest.mark.parametrize(
    ("tag", "new"),
    [
        ("#leedsopenday", "#LeedsOpenDay"),
        ("#opendays", "#OpenDays"),
        ("#nuopenday", "#NUOpenDay"),
        ("#visitcampus", "#VisitCampus"),
        ("#cafédag", None),
        ("#caféday", "#CaféDay"),
        ("#LeedsOpenDay", None),
        ("#leeds", None),
        ("#leedsxday", None),
        ("#openday2026", None),
    ],
)
def test_camel_case(tag: str, new: str | None) -> None:
    text = f"Kom naar {tag} toe"
    assert REWRITER.rewrite("camel-case", Page(text), 9, 9 + len(tag)) == new


def test_plain_letters() -> None:
    text = "Wij zijn 𝗯𝗼𝗹𝗱 ⓘⓝ 🅲, café ½"
    assert REWRITER.rewrite("plain-letters", Page(text), 0, len(text)) == "Wij zijn bold in C, café ½"
    assert REWRITER.rewrite("plain-letters", Page("ꜰɪʟᴍ ɴɪɢʜᴛ"), 0, 10) == "film night"
    assert REWRITER.rewrite("plain-letters", Page("plain"), 0, 5) is None


def test_sentence_case_keeps_names_and_first_letters() -> None:
    text = "DIT WAS I OP LEEDS NU. WEG, IK"
    assert REWRITER.rewrite("sentence-case", Page(text), 0, len(text)) == "Dit was I op Leeds NU. Weg, ik"
    assert REWRITER.rewrite("sentence-case", Page("Een HELE dag"), 4, 8) == "hele"
    assert REWRITER.rewrite("sentence-case", Page("een dag"), 0, 7) is None
