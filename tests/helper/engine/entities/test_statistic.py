from __future__ import annotations

import pytest

from helper.engine.entities.finding import between, found


@pytest.mark.parametrize(
    "sentence",
    [
        "⟦73%⟧ of them",
        "⟦1 in 3⟧ students",
        "⟦nine out of ten⟧ doctors",
        "⟦twee op de drie⟧ artsen",
        "⟦twice as⟧ likely",
        "⟦3 keer zo⟧ vaak",
        "⟦2x zo⟧ veel",
        "⟦three times as⟧ many",
        "⟦fifty percent⟧",
        "⟦7,5 procent⟧",
        "⟦half of all⟧ students",
        "⟦de helft van de⟧ studenten",
        "(⟦p<0.05⟧, ⟦n = 34⟧)",
        "I agree 100%",
        "50% off this week",
        "born in 1 in 2026",
        "2 in 1 shampoo",
        "les 1 op 4 mei",
        "half of the cake",
        "half a day",
        "three times this week",
        "in one go",
    ],
)
def test_figures_given_as_facts(sentence: str) -> None:
    text, wanted = between(sentence)
    assert found("statistic", text) == wanted
