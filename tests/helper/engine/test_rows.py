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
