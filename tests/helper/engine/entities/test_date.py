from __future__ import annotations

import pytest

from helper.engine.entities.finding import between, found


@pytest.mark.parametrize(
    "sentence",
    [
        "geb. ⟦14-03-1961⟧",
        "⟦3 juli 1993⟧ in Leiden",
        "⟦14th March 1961⟧",
        "⟦14th of March⟧",
        "⟦March 14, 1961⟧",
        "⟦1961-03-14⟧ om 15.00",
        "⟦14/3/61⟧",
        "⟦12/31/1999⟧",
        "⟦9 november⟧ is het zover",
        "⟦Sept. 15⟧",
        "⟦14 maart '61⟧",
        "gewonnen met 3-2",
        "version 1.2.34",
        "32-13-2020",
        "15.00 uur",
        "bed 3 may be free",
        "on the 7th",
        "10.1000/182",
        "06-12345678",
        "call 12-2026",
    ],
)
def test_dates_are_found(sentence: str) -> None:
    text, wanted = between(sentence)
    assert found("date", text) == wanted
