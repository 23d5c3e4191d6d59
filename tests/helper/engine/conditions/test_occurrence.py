"""`occurrence`."""

from __future__ import annotations

import pytest

from helper.engine.builders import findings, terms
from postil.model.condition import Occurrence
from postil.model.draft import Account

LISTS = [terms("tags", "<#>"), terms("long", "a a", "a")]


@pytest.mark.parametrize(
    ("least", "most", "text", "holds"),
    [
        (2, None, "#a #b", True),
        (3, None, "#a #b", False),
        (1, 2, "#a #b #c", False),
        (1, 2, "#a #b", True),
        (0, 1, "none", True),
    ],
)
def test_counts(least: int, most: int | None, text: str, *, holds: bool) -> None:
    found = findings(Occurrence(terms=("tags",), at_least=least, at_most=most), LISTS, text)
    assert bool(found) == holds


def test_overlapping_matches_count_once() -> None:
    assert findings(Occurrence(terms=("long",), at_least=2), LISTS, "a a") == ()
    assert findings(Occurrence(terms=("long",), at_least=2), LISTS, "a a. a")


def test_what_was_not_seen_can_only_add() -> None:
    both = Occurrence(terms=("tags",), at_least=2, places=("post", "bio"))
    assert findings(both, LISTS, "#a #b")[0].unknown == ()
    assert findings(both, LISTS, "#a", account=Account(bio="#b"))[0].unknown == ()
    assert findings(both, LISTS, "#a", account=Account(bio="")) == ()
