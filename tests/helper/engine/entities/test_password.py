from __future__ import annotations

import pytest

from helper.engine.entities.finding import between, found


@pytest.mark.parametrize(
    "sentence",
    [
        "use ⟦welkom01⟧ please",
        "same as canva, ⟦Leeds123!⟧ with the mark",
        "pw: ⟦Careers!2026⟧",
        "⟦P@ssword⟧",
        "wifi '⟦Zomer2026⟧'",
        "at 250kg",
        "the 20th century",
        "a 54-year-old",
        "covid-19",
        "https://example.org/a1",
        "@bob123",
        "#tag2026",
        "€32,50",
        "mail a1@b.nl",
        "ordinary words, really!",
        "don't",
        "2026-11-21",
    ],
)
def test_made_up_tokens(sentence: str) -> None:
    text, wanted = between(sentence)
    assert found("password", text) == wanted
