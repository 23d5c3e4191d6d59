"""The rarest step of a row is its anchor."""

from __future__ import annotations

import pytest

from postil.engine.anchor import Rates
from postil.engine.phrase import parse

RATES = Rates(frozenset({"the", "of", "zonder"}), {"common-list": 0.2, "rare-list": 0.0001})


@pytest.mark.parametrize(
    ("phrase", "at"),
    [
        ("the patient of", 1),
        ("zonder arts", 1),
        ("the <n>", 0),
        ("<n> patient*", 2),
        ("patient {common-list}", 0),
        ("the {rare-list}", 1),
        ("the {common-list}", 0),
        ("ask ... <Name>", 0),
        ("(the|of) arts", 1),
        ("*arts de", 1),
    ],
)
def test_the_anchor(phrase: str, at: int) -> None:
    row = parse(phrase).rows[0]
    assert RATES.weigh(row)[0] == min(at, len(row) - 1)


def test_each_further_step_makes_a_row_rarer() -> None:
    assert RATES.weigh(("patient", "arts"))[1] < RATES.weigh(("patient",))[1]


def test_the_rarest_choice_comes_first() -> None:
    some, common, many = frozenset({"patient"}), frozenset({"the"}), frozenset({"arts", "bed", "kamer"})
    assert RATES.rarest_first([common, many, some]) == (some, many, common)
