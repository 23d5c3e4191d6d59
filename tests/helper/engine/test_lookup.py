"""The look-up: what the words of a page tell, and which rows may stand around them."""

from __future__ import annotations

from postil.engine.anchor import Rates
from postil.engine.ground import Ground
from postil.engine.lookup import LookUp, Notes
from postil.engine.page import Page
from postil.engine.phrase import parse
from postil.engine.rows import Rows
from postil.engine.tables import Tables


def notes(text: str, *phrases: str) -> Notes:
    """What is noticed where each phrase is a list, anchored on its last word."""
    places = {"who": 9}
    rows, tables = Rows(Rates(frozenset(), {}), places), Tables()
    for place, phrase in enumerate(phrases):
        row = parse(phrase).rows[0]
        tables.keep(row[-1], rows.add((place, row, len(row) - 1, False, False, None)))
    return LookUp(tables, rows).read(Ground(Page(text), {}))


def test_a_word_tells_its_list_wherever_it_stands() -> None:
    found = notes("a patient and a patient", "patient")
    assert found.told == {(0,): [1, 4]}
    assert found.sure == 1
    assert not found.waiting


def test_a_row_waits_only_where_its_sentence_has_its_words() -> None:
    found = notes("My patient in a bed. My bed is here.", "patient ... bed", "my bed")
    assert {place: [token for _, token in rows] for place, rows in found.waiting.items()} == {0: [4], 1: [6]}
    assert found.sure == 0b11
    assert not found.pending


def test_a_row_that_needs_another_list_is_not_sure() -> None:
    found = notes("our patient here", "{who} here")
    assert found.sure == 0
    assert found.pending == {0: {(1 << 9,)}}


def test_a_name_is_told_by_its_place() -> None:
    assert notes("we saw Anna there", "<Name>").told == {(0,): [2]}
