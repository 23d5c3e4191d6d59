"""Fixes: what one press does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helper.engine.builders import SAID, policy
from helper.engine.texts import texts
from postil.engine.fixes import Ground, apply, build, removals, shown, whole_sentences
from postil.engine.hashtags import Parter
from postil.engine.page import Page
from postil.engine.rewrites import Rewriter
from postil.model.draft import Draft
from postil.model.finding import Edit, Fix, Link, Mark
from postil.model.topic import FixSpec

DISCLAIMER = {
    "en": ("My posts are personal and views are my own", "Views are my own"),
    "nl": ("Op persoonlijke titel",),
}
FORM = Link(label=SAID, url="mailto:a@north.edu")
POLICY = policy("p", disclaimer=DISCLAIMER, consent_form=FORM)


def ground(text: str, language: str = "en", site: str | None = None) -> Ground:
    return Ground(
        Draft(text=text, site=site, surface="post"),
        POLICY,
        Page(text),
        language,
        Rewriter(POLICY, Parter((), {})),
    )


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("a patient here", ["patient"], "a here"),
        ("patient here", ["patient"], "here"),
        ("a patient.", ["patient"], "a."),
        ("a patient", ["patient"], "a"),
        ("a patient ", ["patient"], "a"),
        ("a Jan Jansen here", ["Jan", "Jansen"], "a here"),
        ("a Jan and Kim, b", ["Jan", "Kim"], "a and, b"),
        ("(patient)", ["patient"], "()"),
        ("een\npatient\ntwee", ["patient"], "een\n\ntwee"),
        ("patient", ["patient"], ""),
        ("apatientb", ["patient"], "ab"),
    ],
)
def test_removing_leaves_no_double_space(text: str, words: list[str], left: str) -> None:
    spans = [(text.index(word), text.index(word) + len(word)) for word in words]
    assert apply(Fix(kind="remove", edits=removals(text, spans)), text) == left


@given(texts, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=4))
def test_removals_take_out_the_marks_and_but_space_besides(
    text: str, given_spans: list[tuple[int, int]]
) -> None:
    spans = [(start, min(start + length, len(text))) for start, length in given_spans if start < len(text)]
    edits = removals(text, spans)
    end = 0
    removed: set[int] = set()
    for edit in edits:
        assert end <= edit.start <= edit.end <= len(text)
        end = edit.end
        removed.update(range(edit.start, edit.end))
    marked = {place for start, stop in spans for place in range(start, stop)}
    assert marked <= removed
    assert all(text[place].isspace() for place in removed - marked)


@pytest.mark.parametrize(
    ("text", "language", "site", "added"),
    [
        ("Hi", "en", None, DISCLAIMER["en"][0]),
        ("Hi", "nl", None, DISCLAIMER["nl"][0]),
        ("Hi", "fr", None, DISCLAIMER["en"][0]),
        ("a" * 250, "en", "x", DISCLAIMER["en"][1]),
        ("a" * 275, "en", "x", None),
        ("a" * 280, "en", "linkedin", DISCLAIMER["en"][0]),
    ],
)
def test_the_wording_is_in_the_posts_language_and_fits_the_site(
    text: str, language: str, site: str | None, added: str | None
) -> None:
    fix = build(FixSpec(kind="append", source="policy.disclaimer"), (), ground(text, language, site))
    assert (fix.text if fix else None) == added


def test_appending_leaves_one_space() -> None:
    fix = Fix(kind="append", text="Views.")
    assert apply(fix, "Hi") == "Hi Views."
    assert apply(fix, "Hi\n") == "Hi\nViews."
    assert apply(fix, "") == "Views."


def test_replacing() -> None:
    marks = (Mark(2, 3), Mark(4, 5), Mark(0, 1, "account.bio"))
    fix = build(FixSpec(kind="replace", text="x"), marks, ground("a b c"))
    assert fix
    assert fix.edits == (Edit(2, 3, "x"), Edit(4, 5, "x"))
    assert apply(fix, "a b c") == "a x x"


def test_a_rewrite_marks_only_what_it_changes() -> None:
    marks = (Mark(0, 3), Mark(4, 7), Mark(0, 1, "account.bio"))
    fix = build(FixSpec(kind="replace", rewrite="sentence-case"), marks, ground("een TWE"))
    assert fix
    assert shown(fix, marks) == marks[1:]
    assert build(FixSpec(kind="replace", rewrite="sentence-case"), marks[:1], ground("een")) is None


def test_confirming_and_holding_change_nothing() -> None:
    confirm = build(FixSpec(kind="confirm", statement=SAID, source="policy.consent-form"), (), ground("a"))
    assert confirm == Fix(kind="confirm", statement=SAID, form=FORM)
    assert build(FixSpec(kind="strip"), (), ground("a")) == Fix(kind="strip")
    hold = build(FixSpec(kind="hold", minutes=20), (), ground("a"))
    assert hold == Fix(kind="hold", minutes=20)
    assert apply(confirm, "a") == apply(hold, "a") == "a"


def test_marks_elsewhere_cannot_be_removed() -> None:
    assert build(FixSpec(kind="remove"), (Mark(0, 1, "attachments.alt"),), ground("a")) is None


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("Long day. The lady in bed 4 went home. Proud!", ["lady", "home"], "Long day. Proud!"),
        ('Long day. "The lady in bed 4 went home." Proud!', ["lady"], "Long day. Proud!"),
        ("The lady went home. (Proud of us.)", ["lady"], "(Proud of us.)"),
        ("Hi\n\nThe lady went home", ["lady"], "Hi\n\n"),
        ("the lady in bed went home", ["lady"], "the in bed went home"),
    ],
)
def test_whole_sentences_go_where_something_else_is_left(text: str, words: list[str], left: str) -> None:
    marks = [Mark(text.index(word), text.index(word) + len(word)) for word in words]
    fix = build(FixSpec(kind="remove", source="sentences"), marks, ground(text))
    assert fix is not None
    assert apply(fix, text) == left


@given(texts, st.data())
def test_whole_sentences_hold_every_mark(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    page = Page(text)
    tokens = [token for token in page.tokens if token.start < end and start < token.end]
    spans = whole_sentences(page, [(start, end)])
    assert all(0 <= low <= high <= len(text) for low, high in spans)
    for token in tokens:
        inside = any(low <= token.start and token.end <= high for low, high in spans)
        assert inside or spans == [(start, end)]
