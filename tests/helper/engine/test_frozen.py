"""What is kept of tables and rows is what they were."""

from __future__ import annotations

import marshal

from hypothesis import given
from hypothesis import strategies as st

from helper.engine.texts import phrases
from postil.engine.anchor import Rates
from postil.engine.frozen import FrozenRows, FrozenTable, freeze_rows, freeze_table
from postil.engine.phrase import parse
from postil.engine.rows import Rows

NUMBERS = st.integers(0, 1 << 31)


@given(st.dictionaries(st.text("ab#'", min_size=1), st.lists(NUMBERS, min_size=1)), st.text("ab#'"))
def test_a_table_says_what_it_said(table: dict[str, list[int]], other: str) -> None:
    frozen = FrozenTable(marshal.loads(marshal.dumps(freeze_table(table))))  # noqa: S302
    assert {key: list(frozen[key]) for key in table} == table
    for key in (*table, other):
        assert list(frozen.get(key)) == table.get(key, [])
        assert (key in frozen) == (key in table)


@given(st.lists(st.tuples(phrases(refs=("one",)), st.integers(0, 999), st.sampled_from((None, "nl", "en")))))
def test_rows_are_what_they_were(written: list[tuple[str, int, str | None]]) -> None:
    rates = Rates(frozenset(), {})
    rows, frozen = Rows(rates, {}), FrozenRows(rates, {})
    for text, place, doubt in written:
        phrase = parse(text)
        for row in phrase.rows:
            rows.add((place, row, len(row) - 1, phrase.starts, phrase.ends, doubt))
    frozen.thaw(marshal.loads(marshal.dumps(freeze_rows(rows))))  # noqa: S302
    assert [frozen.raw(number) for number in range(len(frozen))] == [rows.raw(n) for n in range(len(rows))]
    assert all(frozen[number].row == rows[number].row for number in range(len(rows)))
