"""Sound phrases: whatever is called sound can be read, and refers to what reading it says."""

from __future__ import annotations

from contextlib import ExitStack
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helper.engine.texts import phrases
from postil.engine.phrase import PhraseError, forget, parse
from postil.engine.sound import is_sound, refs, unsure

PARTS = st.sampled_from(
    (
        *(
            "aan",
            "patiënt*",
            "co-assistent",
            "it's",
            "(so|very much|real*)",
            "(a|b)",
            "(one|)",
            "...",
            "..6",
            "..21",
        ),
        *(
            "<n>",
            "<Name>",
            "<x>",
            "{my-list}",
            "{my=list}",
            "<n,>",
            "{My}",
            "IC",
            "*dag",
            "a*",
            "ab*",
            "^",
            "$",
            "=",
            "|",
            "(",
            ")",
            "..0",
        ),
        *(
            "#tag",
            "ß*",
            "ﬁ*",
            "don't",
            "(can't|gonna)",
            "(a ..3 b|c)",
            "((a|b) c|d e)",
            "a''b",
            "2'3",
            "(a b|c'd|)",
        ),
        *(
            "p&o",
            "2:1",
            "d.o.b",
            "b.v.",
            "a,",
            "18%",
            "🎉",
            "*dag",
            "*abc*",
            "n.nl",
            "a.. b",
            "(*dag|a)",
            "#",
            "the_dean*",
        ),
        *("(a''b|c)", "x(a b|c)", "(a<n>|b)", "@n", "'", "_", "%", "||", "| ", "|'", "-", "((a|b)c d|e)"),
    )
)


def agrees(phrase: str) -> None:
    if is_sound(phrase):
        assert parse(phrase).refs() == refs(phrase).keys()


@settings(max_examples=600)
@given(st.lists(PARTS, min_size=1, max_size=6), st.sampled_from((" ", "", "-")))
def test_what_is_sound_can_be_read(parts: list[str], between: str) -> None:
    agrees(between.join(parts))


@settings(max_examples=600)
@given(st.lists(PARTS, min_size=1, max_size=6), st.sampled_from((" ", "", "-")))
def test_no_more_alternatives_are_sound_than_can_be_read(parts: list[str], between: str) -> None:
    with ExitStack() as few:
        for room in ("sound", "phrase", "plain"):
            few.enter_context(patch(f"postil.engine.{room}.MOST_ROWS", 4))
        forget()
        agrees(between.join(parts))
    forget()


@given(phrases(refs=("one", "two")) | st.text(max_size=12))
def test_so_it_is_for_any_text(phrase: str) -> None:
    agrees(phrase)


@pytest.mark.parametrize(
    "phrase",
    [
        "patient",
        "be patient*",
        "the (lady|gentleman) in bed <n>",
        "ask ... about",
        "ask ..6 {people}",
        "co-assistent",
        "(to (the|my) ward|on ..3 leave|home)",
        "(p&o|2:1|*dag|18%) d.o.b, 🎉",
        " ".join(["(at last|at first|now)"] * 4),
    ],
)
def test_what_most_phrases_are_is_sound(phrase: str) -> None:
    assert is_sound(phrase)


@pytest.mark.parametrize(
    "phrase",
    [
        "... about",
        "ask ...",
        "ask ..21 it",
        "a*",
        "(one",
        "<x>",
        "{My}",
        "a, {my=list}",
        " ".join(["(aa bb|cc dd|ee ff)"] * 5),
    ],
)
def test_what_cannot_be_read_is_not(phrase: str) -> None:
    assert not is_sound(phrase)
    with pytest.raises(PhraseError):
        parse(phrase)


def test_many_phrases_are_asked_about_at_once() -> None:
    assert unsure(["one", "two words", "(a|b) cde*"]) == []
    assert unsure(["one", "ask ...", "(a|b) cde*", "☝️"]) == ["ask ...", "☝️"]
    assert unsure(["", "one"]) == [""]


def test_the_lists_of_many_phrases_come_in_order() -> None:
    assert list(refs("{two} a", "b", "({one}|{two})")) == ["two", "one"]
