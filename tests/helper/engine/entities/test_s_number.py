from __future__ import annotations

import pytest

from helper.engine.entities.finding import between, found


@pytest.mark.parametrize(
    "sentence",
    [
        "⟦s2871934⟧ is de enige",
        "⟦S2871934⟧",
        "s28719",
        "as2871934",
        "@s2871934",
        "https://x.example/s2871934",
        "2871934",
    ],
)
def test_an_s_and_seven_digits(sentence: str) -> None:
    text, wanted = between(sentence)
    assert found("s-number", text) == wanted
