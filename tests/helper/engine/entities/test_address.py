from __future__ import annotations

import pytest

from helper.engine.entities.finding import between, found


@pytest.mark.parametrize(
    "sentence",
    [
        "⟦Heidelberglaan 100, 3584 CX Utrecht⟧",
        "ze woont op ⟦Kerkstraat 12a⟧",
        "at ⟦14 Moor Road, Leeds LS6 4BG⟧",
        "⟦Van der Helststraat 3⟧",
        "⟦Grote Markt 5⟧",
        "⟦1234 AB 12⟧",
        "⟦Flat 3, 21 St Mark's Avenue⟧",
        "⟦10 Downing Street⟧",
        "onderweg 3 uur",
        "op het plein 3 mensen",
        "slaan 3 keer",
        "Supermarkt 3 keer",
        "down the street",
        "5 Minutes Walk",
        "Kerkstraat is closed",
    ],
)
def test_where_somebody_lives(sentence: str) -> None:
    text, wanted = between(sentence)
    assert found("address", text) == wanted
