from __future__ import annotations

import pytest

from helper.engine.entities.finding import between, found


@pytest.mark.parametrize(
    "sentence",
    [
        "paspoort ⟦NX4R81KP2⟧",
        "⟦SPECI2014⟧",
        "⟦nx4r81kp2⟧",
        "passport ⟦123456789⟧",
        "⟦C01X00T47⟧",
        "⟦A1234567⟧",
        "STUDENTEN",
        "NL91ABNA0417164300",
        "12345678",
        "OO4R81KP2",
    ],
)
def test_passport_numbers(sentence: str) -> None:
    text, wanted = between(sentence)
    assert found("passport", text) == wanted
