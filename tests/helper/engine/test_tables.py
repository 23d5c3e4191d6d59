"""The tables: a token finds every row whose anchor it may be."""

from __future__ import annotations

import pytest

from postil.engine.phrase import domain, parse
from postil.engine.step import Phrase
from postil.engine.tables import Tables


@pytest.mark.parametrize(
    ("phrase", "fold", "kind", "found"),
    [
        (parse("patient"), "patient", "word", True),
        (parse("patient"), "#patient", "hashtag", True),
        (parse("patient"), "@patient", "mention", False),
        (parse("patient*"), "patiente", "word", True),
        (parse("*dokter"), "huisdokter", "word", True),
        (parse("*dokter"), "dokters", "word", False),
        (parse("*patient*"), "inpatients", "word", True),
        (parse("<n>"), "12", "number", True),
        (parse("<n>"), "twelve", "word", False),
        (domain("north.edu"), "https://a.north.edu/x", "url", True),
        (domain("north.edu"), "south.edu", "url", False),
    ],
)
def test_a_token_finds_the_rows_that_it_may_anchor(
    phrase: Phrase, fold: str, kind: str, *, found: bool
) -> None:
    tables = Tables()
    tables.keep(phrase.rows[0][0], 7)
    assert (7 in tables.find(fold, kind)) == found
