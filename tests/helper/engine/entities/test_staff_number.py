from __future__ import annotations

import pytest

from helper.engine.entities.finding import between, found


@pytest.mark.parametrize(
    "sentence",
    [
        "⟦p123456⟧",
        "staff ⟦123456⟧",
        "⟦AB12345⟧",
        "1234",
        "123456789",
        "€12345",
        "12345km",
    ],
)
def test_five_to_eight_digits(sentence: str) -> None:
    text, wanted = between(sentence)
    assert found("staff-number", text) == wanted
