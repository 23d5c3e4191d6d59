"""Patterns see the folded text, are mapped back, and are stopped in time."""

from __future__ import annotations

import time

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from helper.engine.builders import words
from helper.engine.texts import texts
from postil.engine.page import Page
from postil.engine.patterns import PatternFinder


def test_a_pattern_sees_folded_text_and_marks_the_original() -> None:
    assert words("Ligt op Ｃ4 Wëst.", pattern=r"\b[A-F]\d (?:West|Oost)\b") == ["Ｃ4 Wëst"]
    assert words("op ĳ-4 West", pattern=r"ij-\d") == ["ĳ-4"]


def test_exceptions_and_references_see_its_matches() -> None:
    assert words("op c4 west", exceptions=["op c4 west"], pattern=r"c\d west") == []


def test_an_empty_match_is_none() -> None:
    assert words("abc", pattern=r"x*") == []


def test_a_runaway_pattern_finds_nothing_and_ends() -> None:
    begun = time.process_time()
    assert PatternFinder(r"(?:a|aa)+c(?!x)\b\d").find(Page("a" * 60)) == []
    assert time.process_time() - begun < 1


@given(texts)
def test_matches_lie_in_the_text(text: str) -> None:
    for match in PatternFinder(r"\w\W|\W\w").find(Page(text)):
        assert 0 <= match.start < match.end <= len(text)
        assert match.first <= match.last


@pytest.mark.parametrize(
    ("pattern", "quick"),
    [
        (r"\d{3}", True),
        (r"(?<!\w)[a+*]b?(?:c|d)", True),
        (r"a+", False),
        (r"a{2,}", False),
        (r"a?" * 20 + "b", False),
        (r"\p{L}x", False),
    ],
)
def test_what_cannot_repeat_is_left_to_the_standard_library(pattern: str, *, quick: bool) -> None:
    assert bool(PatternFinder(pattern)._quick) == quick


@given(st.text(st.characters(max_codepoint=127)))
def test_both_ways_find_the_same(text: str) -> None:
    finder, slow = (PatternFinder(r"(?<!\w)[a-z]\w?(?!\w)") for _ in range(2))
    slow.__dict__["_quick"] = None
    assert finder.find(Page(text)) == slow.find(Page(text))


_PARTS = st.sampled_from(
    (
        "dog",
        "(?:dogs?|cats?)",
        "(?:hate|love)",
        r"\d",
        r"\d{1,2}",
        " ?",
        r"\b",
        r"(?!\w)",
        r"(?<!\d)",
        "(?<=e)",
        "[a-e]{0,2}",
        "[a-e]*",
        r"(?=\S*\d)",
        r"(?! \d)",
        r"\S+ ",
        "#",
    )
)
_TEXTS = st.lists(
    st.sampled_from(("hate", "dogs", "cat", "love", " ", "  ", "1", "23", "#", "e", "x", "\n")), max_size=24
)


@given(st.lists(_PARTS, min_size=1, max_size=4).map("".join), _TEXTS.map("".join))
def test_nothing_is_missed_by_looking_at_parts_of_a_text_alone(pattern: str, text: str) -> None:
    whole = [match.span() for match in regex.finditer(pattern, text) if match[0]]
    assert [match[:2] for match in PatternFinder(pattern).find(Page(text))] == whole
    assert PatternFinder(pattern).may_find(Page(text)) or not whole
