from __future__ import annotations

import pytest

from helper.engine.entities.finding import between, found


@pytest.mark.parametrize(
    "sentence",
    [
        "⟦3584 CX⟧ Utrecht",
        "⟦3584cx⟧",
        "⟦LS2 9JT⟧",
        "⟦SW1A 1AA⟧",
        "⟦ls2 9jt⟧ please",
        "2026 NL",
        "since 2026 UK law",
        "2000km",
        "1234 SS",
        "M25",
        "4711 abc",
    ],
)
def test_postcodes_of_both_countries(sentence: str) -> None:
    text, wanted = between(sentence)
    assert found("postcode", text) == wanted
