from __future__ import annotations

import pytest

from helper.engine.entities.finding import between, found


@pytest.mark.parametrize(
    "sentence",
    [
        "⟦s2871934⟧",
        "student ⟦2871934⟧",
        "⟦201234567⟧",
        "12-34567",
        "€2871934",
        "2871934.50",
        "287193",
        "+2871934567",
    ],
)
def test_with_or_without_its_s(sentence: str) -> None:
    text, wanted = between(sentence)
    assert found("student-number", text) == wanted
