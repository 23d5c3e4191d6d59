"""Phrases read at one stroke: what is read so, the whole reader reads as the same rows."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helper.engine.texts import phrases
from postil.engine import plain
from postil.engine.phrase import PhraseError, forget, parse
from postil.engine.step import Phrase, Step
from postil.model.topic import TermList
from postil.rulebook.find import rules_folder
from postil.rulebook.glance import glance

PARTS = st.sampled_from(
    (
        *(
            "a",
            "aan",
            "patiënt*",
            "co-assistent",
            "it's",
            "dont",
            "12",
            "4b",
            "#tag",
            "@jan",
            "🎉",
            "p&o",
            "'t",
        ),
        *(
            "(a|b)",
            "(one|)",
            "(so|very much|real*|well-known|i'm)",
            "(a (b|c d) e|f)",
            "(<n>|{my-list}|a ..2 b)",
        ),
        *("(2nd|n.nl|b)", "(|a)", "(a||b)", "((a|b)|c)", "((a (b|c))|d)", "(a|*b)", "(... a|b)", "(a)", "()"),
        *(
            "...",
            "..6",
            "..0",
            "..21",
            "<n>",
            "<Name>",
            "<x>",
            "{my-list}",
            "{My}",
            "north.edu",
            "IC",
            "*dag",
            "a*",
        ),
        *(
            "ab*",
            "^",
            "$",
            "=",
            "|",
            "(",
            ")",
            "ß*",
            "ﬁ*",
            "ǅ",
            "中文",
            "\u3164",
            "a\u200bb",
            "e\u0301",
            "",
            " ",
            "\n",
        ),
    )
)


def agrees(text: str) -> bool:
    """Whether a phrase is read at one stroke; if so, the whole reader reads the same."""
    forget()
    with patch("postil.engine.phrase.plain.read", lambda _: None):
        try:
            whole: Phrase | None = parse(text)
        except PhraseError:
            whole = None
    forget()
    starts, ends = text.startswith("^"), text.endswith("$")
    rows = plain.read(text[starts : len(text) - ends])
    assert not rows or Phrase(rows, starts, ends) == whole
    return bool(rows)


@settings(max_examples=800)
@given(st.lists(PARTS, min_size=1, max_size=6), st.sampled_from((" ", " ", "", "-")))
def test_parts_of_every_kind(parts: list[str], between: str) -> None:
    agrees(between.join(parts))


@settings(max_examples=300)
@given(st.lists(PARTS, min_size=1, max_size=5), st.sampled_from((" ", "")))
def test_parts_of_every_kind_in_brackets(parts: list[str], between: str) -> None:
    agrees(f"a ({between.join(parts)}|b) c")


@given(phrases(refs=("one", "two")) | st.text(max_size=12) | st.text("ab*()|.<>{}n ^$=#@'é1-", max_size=24))
def test_any_text(text: str) -> None:
    agrees(text)


@pytest.mark.parametrize(
    "phrase",
    [
        *(
            "patient",
            "co-assistent",
            "patiënt*",
            "ask ... about",
            "a ..20 b",
            "bed <n>",
            "met <Name>",
            "in 1918",
        ),
        *("(a|b c|de*|it's|) y", "say (that (he|she) left|no)", "(<n>|{people}|2nd) of", "#tag 🎉"),
    ],
)
def test_plain_phrases_are_read(phrase: str) -> None:
    assert agrees(phrase)


@pytest.mark.parametrize(
    "phrase",
    [
        *(
            "",
            "IC",
            "=a",
            "*dag",
            "a*b",
            "a  b",
            "... a",
            "a ..2 (b|)",
            "(a|)",
            "..21 a",
            "x(a|b)",
            "a (b",
            "(a|*dag)",
        ),
        *("north.edu", "(a (b (c|d)|e)|f)", " ".join(["(a b|c d|e f)"] * 5), "<x>", "{My}"),
    ],
)
def test_what_is_rare_or_wrong_is_not(phrase: str) -> None:
    assert not agrees(phrase)


def test_what_phrases_are_made_of() -> None:
    words: list[str] = []
    assert plain.choose("a|b c|cd*|", words) == [
        (Step(words=frozenset("a"), prefixes=("cd",)),),
        ("b", "c"),
        (),
    ]
    assert sorted(words) == ["", "a", "b", "c", "cd*"]


def test_every_phrase_of_ours_is_read_the_same() -> None:
    lists = [glance(file.read_bytes()) for file in sorted((rules_folder() / "terms").glob("*.yaml"))]
    read = [agrees(phrase) for one in lists if one for phrase in _phrases(one)]
    assert sum(read) > 0.9 * len(read)


def _phrases(terms: TermList) -> set[str]:
    return {
        phrase
        for columns in (terms.phrases, terms.exceptions)
        for column in columns.values()
        for phrase in column
    }
