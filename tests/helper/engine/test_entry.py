"""Entries: their guards are necessary, never more."""

from __future__ import annotations

import pytest

from postil.engine.anchor import Rates
from postil.engine.entry import Entry, Term, with_hashtags
from postil.engine.phrase import parse

RATES = Rates(frozenset(), {})


def made(phrase: str, at: int, doubt: str | None = None) -> Entry:
    term = Term(parse(phrase), doubt)
    return Entry((0, term.phrase.rows[0], at, *term.phrase[1:], doubt), RATES, {"one": 2})


@pytest.mark.parametrize(
    ("phrase", "at", "guard"),
    [
        ("(a|b) patient van", 1, (1, {"van"})),
        ("(a|b) patient <n> (c|d|e)", 1, (-1, {"a", "b"})),
        ("patient <n> (c|d)", 0, (2, {"c", "d"})),
        ("a ... patient", 2, (0, None)),
        ("{list} patient", 0, (0, None)),
        ("#tag patient", 1, (0, None)),
    ],
)
def test_the_guard_is_the_choice_of_fewest_words_at_a_fixed_distance(
    phrase: str, at: int, guard: tuple[int, set[str] | None]
) -> None:
    questions = made(phrase, at).questions
    assert (questions.offset, questions.guard) == guard


def test_a_row_names_the_words_and_lists_it_cannot_do_without() -> None:
    questions = made("{one} patient (van|<n>) ... (dood|overleden) de", 1).questions
    assert questions.refs == (frozenset({"one"}),)
    assert made("{one} patient {other}", 1).bits == (0b100, 0)
    assert set(questions.words) == {frozenset({"dood", "overleden"}), frozenset({"de"})}
    assert (questions.straight, questions.loose, questions.asks) == (False, True, False)
    assert made("=IC", 0).questions.asks
    assert made("a <n> b", 0).questions.straight


@pytest.mark.parametrize(
    ("phrase", "single"),
    [
        ("a", True),
        ("(a|bc*|{list}|<n>)", True),
        ("=Ab", False),
        ("north.edu/x", False),
        ("a b", False),
        ("^a", False),
    ],
)
def test_what_the_look_up_tells_whole_is_single(phrase: str, *, single: bool) -> None:
    assert made(phrase, 0).single == single
    assert not made(phrase, 0, doubt="nl").single


def test_short_plain_rows_are_hashtags_too() -> None:
    rows = [*with_hashtags(parse("fake news").rows), *with_hashtags(parse("don't look up now").rows)]
    assert ("#fakenews",) in rows
    assert len(rows) == 3
    assert ("#northernuniversity",) in with_hashtags(parse("Northern University").rows)
    assert len(list(with_hashtags(parse("fake <n>").rows))) == 1
