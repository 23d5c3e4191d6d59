from __future__ import annotations

import pytest

from helper.engine.entities.finding import between, found


@pytest.mark.parametrize(
    "sentence",
    [
        "een ⟦7,5⟧ gehaald",
        "toch een ⟦4⟧ gekregen",
        "de enige met een ⟦tien⟧ voor methoden",
        "weer een ⟦zesje⟧",
        "een ⟦6je⟧",
        "she got a ⟦2:2⟧",
        "a row of ⟦2:2s⟧ and fourteen ⟦firsts⟧",
        "a ⟦first⟧ in maths",
        "an essay at ⟦68%⟧",
        "a ⟦B+⟧, an ⟦A⟧ and a ⟦C⟧",
        "⟦17/20⟧ and ⟦68/100⟧",
        "a ⟦68⟧.",
        "7,5 km",
        "€7,5",
        "an A4 page",
        "plan B",
        "een drie stuiver roman",
        "een een",
        "a first for me",
        "a 10 minute walk",
        "op 7.20 uur",
        "24/7",
        "nothing here",
        "vitamin C",
    ],
)
def test_marks_are_known_by_their_form(sentence: str) -> None:
    text, wanted = between(sentence)
    assert found("grade", text) == wanted
