"""Bundles: every entry stands once without a guard, or under each word of its guard."""

from __future__ import annotations

from postil.engine.anchor import Rates
from postil.engine.bundle import Bundle
from postil.engine.entry import Entry, Term
from postil.engine.phrase import parse


def entry(phrase: str, at: int) -> Entry:
    term = Term(parse(phrase))
    return Entry((0, term.phrase.rows[0], at, *term.phrase[1:], None), Rates(frozenset(), {}), {})


def test_entries_are_parted_by_their_guards() -> None:
    free = entry("patient ... bed", 0)
    before, after = entry("(my|our) patient", 1), entry("patient in <n> bed", 0)
    bundle = Bundle(0b1001, [free, before, after])
    assert bundle.told == 0b1001
    assert bundle.plain
    assert list(bundle.plain.open(frozenset(("bed",)))) == [free]
    assert list(bundle.plain.open(frozenset(("beds",)))) == []
    tables = dict(bundle.guarded)
    assert {word: list(bunch.open(frozenset())) for word, bunch in tables[-1].items()} == {
        "my": [before],
        "our": [before],
    }
    assert list(tables[1]) == ["in"]


def test_where_no_entry_needs_less_there_is_no_plain_bunch() -> None:
    assert Bundle(1, []).plain is None
    assert Bundle(0, [entry("(my|our) patient", 1)]).plain is None
