"""Slots: names among words."""

from __future__ import annotations

import pytest

from postil.engine.page import Page
from postil.engine.slots import SLOT_OF_KIND, names
from postil.engine.step import SLOTS


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("vandaag Jan en Kim gezien", ["Jan", "Kim"]),
        ("Vandaag gezien. Morgen weer", []),
        ("Jan Jansen is er", ["Jan", "Jansen"]),
        ("met de IC op Monday en I'm", []),
        ("regel\nMorgen", []),
    ],
)
def test_names_have_a_capital_of_their_own(text: str, found: list[str]) -> None:
    page = Page(text)
    assert [page.tokens[token].text for token in names(page)] == found


def test_every_slot_has_its_kind() -> None:
    assert set(SLOT_OF_KIND.values()) == SLOTS
