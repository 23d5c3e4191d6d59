from __future__ import annotations

import pytest

from helper.engine.entities.finding import between, found


@pytest.mark.parametrize(
    "sentence",
    [
        "This ⟦74 year old⟧ woman",
        "my patient today, ⟦54⟧, rare tumour",
        "⟦M54⟧ and ⟦F32⟧ in one bay",
        "man van ⟦34j⟧, vrouw ⟦82 jr⟧",
        "een ⟦54-jarige⟧ man",
        "⟦aged 54⟧ and well",
        "a ⟦seven-year-old⟧ and a ⟦3 months old⟧ baby",
        "een ⟦zevenjarig meisje⟧",
        "She's ⟦81⟧, she was a school cook",
        "Ze is ⟦94⟧ en zegt dat het niet uitmaakt",
        "Gast, je bent ⟦34⟧ en je hebt een enkelbreuk",
        "I just turned ⟦54⟧",
        "I'll turn ⟦81⟧.",
        "Jan (⟦54⟧) kwam binnen",
        "hij is ⟦12 jaar⟧",
        "54 jaar geleden",
        "20 jaar ervaring",
        "het 100-jarig bestaan",
        "de 5-jarige opleiding",
        "he was 7 points ahead",
        "the M25 is closed",
        "€54, more or less",
        "room 12, 54, 60",
        "in 2026, 100% sure",
        "on page 3, 7,5 or so",
        "a 400-year-old",
    ],
)
def test_ages_are_known_by_their_form(sentence: str) -> None:
    text, wanted = between(sentence)
    assert found("age", text) == wanted
