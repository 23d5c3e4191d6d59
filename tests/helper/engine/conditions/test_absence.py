"""`absence`, three-valued."""

from __future__ import annotations

import pytest

from helper.engine.builders import findings, terms
from postil.model.condition import Absence, All, Existence
from postil.model.draft import Account

LISTS = [terms("disclaimers", "views are my own"), terms("work", "my employer")]
CONDITION = All((Existence(terms=("work",)), Absence(terms=("disclaimers",), places=("post", "bio"))))


@pytest.mark.parametrize(
    ("text", "bio", "outcome"),
    [
        ("My employer", "", ("warning", ())),
        ("My employer", "cats", ("warning", ())),
        ("My employer", "Views are my own", None),
        ("My employer. Views are my own", None, None),
        ("My employer", None, ("suggestion", ("account.bio",))),
        ("Cats", None, None),
    ],
)
def test_absence(text: str, bio: str | None, outcome: tuple[str, tuple[str, ...]] | None) -> None:
    found = findings(CONDITION, LISTS, text, account=Account(bio=bio))
    assert [(one.severity, one.unknown) for one in found] == ([outcome] if outcome else [])


def test_an_unknown_bio_alone_is_enough_to_suggest() -> None:
    (found,) = findings(Absence(terms=("disclaimers",), places=("bio",)), LISTS, "Cats")
    assert (found.severity, found.unknown, found.marks) == ("suggestion", ("account.bio",), ())
