"""Bundles: every entry stands once without a guard, or under each word of its guard."""

from __future__ import annotations

from postil.engine.anchor import Rates
from postil.engine.bundle import Bundle
from postil.engine.entry import Entry, Term
from postil.engine.phrase import parse


def entry(phrase: str, at: int) -> Entry:
    term = Term(parse(phrase))
    return Entry(0, term.phrase.rows[0], at, term, Rates(frozenset(), {}))


def test_entries_are_parted_by_their_guards() -> None:
    free, single = entry("patient ... bed", 0), entry("patient", 0)
    before, after = entry("(my|our) patient", 1), entry("patient in <n> bed", 0)
    bundle = Bundle([free, before, single, after])
    assert [gate.entry for gate in bundle.plain] == [free, single]
    tables = dict(bundle.guarded)
    assert {word: [gate.entry for gate in gates] for word, gates in tables[-1].items()} == {
        "my": [before],
        "our": [before],
    }
    assert list(tables[1]) == ["in"]


def test_gates_open_where_the_guards_word_stands() -> None:
    free, before, after = (
        entry("patient ... bed", 0),
        entry("(my|our) patient", 1),
        entry("patient in bed", 0),
    )
    bundle = Bundle([free, before, after])

    def opened(words: str, token: int) -> list[Entry]:
        return [gate.entry for gate in bundle.open_gates(words.split(), token)]

    assert opened("my patient in", 1) == [free, before, after]
    assert opened("patient in", 0) == [free, after]
    assert opened("the patient", 1) == [free]
