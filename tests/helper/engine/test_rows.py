"""Rows become entries when they are first asked for."""

from __future__ import annotations

from postil.engine.anchor import Rates
from postil.engine.rows import Rows


def test_a_row_is_made_an_entry_once() -> None:
    rows = Rows(Rates(frozenset(), {}), {"other": 3})
    number = rows.add((4, ("my", "patient"), 1, False, True, "nl"))
    assert (number, len(rows)) == (0, 1)
    one = rows[number]
    assert (one.place, one.row, one.at, one.starts, one.ends, one.doubt) == rows.raw(number)
    assert rows[number] is one


def test_what_a_word_tells_whole_is_a_bit_a_list_and_needs_no_entry() -> None:
    rows = Rows(Rates(frozenset(), {}), {})
    numbers = [rows.add((place, ("patient",), 0, False, False, None)) for place in (3, 0, 3)]
    assert (found := rows.bundle(numbers))
    assert (found.told, found.plain, found.guarded) == (0b1001, None, {})
    doubtful = rows.add((0, ("patient",), 0, False, False, "nl"))
    assert (found := rows.bundle([doubtful]))
    assert found.told == 0
    assert found.plain
    assert rows.bundle([]) is None
