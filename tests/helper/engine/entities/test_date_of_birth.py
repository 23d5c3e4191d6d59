from __future__ import annotations

import pytest

from helper.engine.entities.finding import between, found


@pytest.mark.parametrize(
    "sentence",
    [
        "geb. ⟦14-03-1961⟧",
        "geboren ⟦3 juli 1993⟧",
        "⟦14th March 1961⟧",
        "⟦14/3/61⟧",
        "⟦3-7-04⟧",
        "⟦1961-03-14⟧",
        "⟦14 maart '61⟧",
        "14 maart",
        "March 14",
        "op 12-05-2026",
        "12/05/26",
        "3 juli 1893",
        "⟦1 januari 2020⟧",
        "1 januari 2021",
        "no number at all",
    ],
)
def test_dates_on_which_somebody_may_have_been_born(sentence: str) -> None:
    text, wanted = between(sentence)
    assert found("date-of-birth", text) == wanted
