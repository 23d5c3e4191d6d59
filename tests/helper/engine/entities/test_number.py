from __future__ import annotations

import pytest

from helper.engine.entities.finding import between, found


@pytest.mark.parametrize(
    "sentence",
    [
        "kamer ⟦12⟧ en ⟦4B⟧",
        "⟦7,5⟧",
        "no number",
        "twelve",
    ],
)
def test_numbers_in_digits(sentence: str) -> None:
    text, wanted = between(sentence)
    assert found("number", text) == wanted
