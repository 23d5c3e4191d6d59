from __future__ import annotations

import pytest

from helper.engine.entities.finding import between, found


@pytest.mark.parametrize(
    "sentence",
    [
        "⟦€1.200⟧ and ⟦£3m⟧",
        "⟦32 euro⟧ of ⟦€ 15,-⟧",
        "⟦EUR 12.50⟧",
        "⟦1,5 miljoen euro⟧",
        "⟦€1,250,000.50⟧",
        "3 pages, 2026",
        "the euro",
        "a pound of 3",
    ],
)
def test_sums_are_found(sentence: str) -> None:
    text, wanted = between(sentence)
    assert found("amount", text) == wanted
