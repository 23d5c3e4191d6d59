"""Whose a match is: the possessive stands close before it, or in it."""

from __future__ import annotations

import pytest

from helper.engine.builders import marked, terms
from postil.model.condition import Existence

LISTS = [terms("who", "patient", "my patient"), terms("first-person-possessives", "my", "van mij")]


@pytest.mark.parametrize(
    ("text", "mine"),
    [
        ("my patient", True),
        ("my dear old patient", True),
        ("my very dear old patient", False),
        ("patient of my own", False),
        ("yours, not my. Patient", False),
        ("MY PATIENT", True),
    ],
)
def test_owner(text: str, *, mine: bool) -> None:
    assert bool(marked(Existence(terms=("who",), owner="mine"), LISTS, text)) == mine
