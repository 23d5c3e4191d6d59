from __future__ import annotations

import pytest

from helper.engine.entities.finding import between, found


@pytest.mark.parametrize(
    "sentence",
    [
        "Heeft iemand gehoord van ⟦Fleur Tazelaar⟧?",
        "⟦Ned Garbutt⟧ is here",
        "⟦Jan van der Berg⟧ en ⟦dr. Jansen⟧",
        "met ⟦mevrouw De Vries⟧",
        "⟦Prof. dr. Anna de Boer⟧ spreekt",
        "volgens ⟦J.K. Smit⟧",
        "by ⟦Nicolaes Tulp⟧. ⟦Anne-Marie Smit⟧ agrees",
        "Proud Leeds alumni",
        "Leiden University",
        "in New York",
        "Special Collections",
        "Happy Friday",
        "at Leeds Beckett",
        "the University of Leeds",
        "Dear all",
        "NHS England",
        "i love this place",
    ],
)
def test_people_named_in_full(sentence: str) -> None:
    text, wanted = between(sentence)
    assert found("name", text) == wanted
