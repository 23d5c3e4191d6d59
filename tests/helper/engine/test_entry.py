"""Entries: their guards are necessary, never more."""

from __future__ import annotations

from postil.engine.entry import Term, entry, is_words, single, with_hashtags
from postil.engine.phrase import parse
from postil.engine.step import Step


def made(phrase: str, at: int) -> tuple[int, frozenset[str] | None]:
    term = Term(parse(phrase))
    one = entry(0, term.phrase.rows[0], at, term)
    return one.offset, one.guard


def test_the_guard_is_the_choice_of_fewest_words_at_a_fixed_distance() -> None:
    assert made("(a|b) patient van", 1) == (1, frozenset({"van"}))
    assert made("(a|b) patient <n> (c|d|e)", 1) == (-1, frozenset({"a", "b"}))
    assert made("a ... patient", 2) == (0, None)
    assert made("{list} patient", 0) == (0, None)
    assert made("#tag patient", 1) == (0, None)


def test_a_row_waits_for_the_lists_and_words_it_needs() -> None:
    term = Term(parse("{one} patient ... (dood|overleden)"))
    one = entry(0, term.phrase.rows[0], 1, term)
    assert one.has_words(frozenset({"dood"}))
    assert not one.has_words(frozenset({"ziek", "patient"}))
    assert one.has_lists({"one": (), "three": ()})
    assert not one.has_lists({"two": ()})


def test_short_plain_rows_are_hashtags_too() -> None:
    rows = [*with_hashtags(parse("fake news").rows), *with_hashtags(parse("don't look up now").rows)]
    assert ("#fakenews",) in rows
    assert len(rows) == 3
    assert ("#northernuniversity",) in with_hashtags(parse("Northern University").rows)
    assert len(list(with_hashtags(parse("fake <n>").rows))) == 1


def test_words_alone_are_single() -> None:
    assert single(3).single
    assert is_words("a")
    assert is_words(Step(words=frozenset({"a", "b"})))
    assert not is_words(Step(words=frozenset({"a"}), exact=("A",)))
    assert not is_words(2)
