"""Bundles: every entry stands once without a guard, or under each word of its guard."""

from __future__ import annotations

from postil.engine.anchor import Rates
from postil.engine.bundle import Bundle
from postil.engine.entry import Entry, Term
from postil.engine.phrase import parse


def entry(phrase: str, at: int, place: int = 0) -> Entry:
    term = Term(parse(phrase))
    return Entry((place, term.phrase.rows[0], at, *term.phrase[1:], None), Rates(frozenset(), {}), {})


def test_entries_are_parted_by_their_guards() -> None:
    free, single = entry("patient ... bed", 0), entry("patient", 0, place=3)
    before, after = entry("(my|our) patient", 1), entry("patient in <n> bed", 0)
    bundle = Bundle([free, before, single, after])
    assert bundle.plain
    assert [gate.entry for gate in bundle.plain.open(frozenset(("bed",)))] == [free]
    assert bundle.plain.open(frozenset(("beds",))) == []
    tables = dict(bundle.guarded)
    assert {word: [gate.entry for gate in bunch.open(frozenset())] for word, bunch in tables[-1].items()} == {
        "my": [before],
        "our": [before],
    }
    assert list(tables[1]) == ["in"]


def test_what_a_word_tells_whole_is_a_bit_a_list() -> None:
    bundle = Bundle([entry("patient", 0, place=3), entry("patient", 0), entry("patient", 0, place=3)])
    assert bundle.told == 0b1001
    assert not bundle.plain
    assert not bundle.guarded
