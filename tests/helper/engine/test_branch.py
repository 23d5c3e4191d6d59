"""Branches: cutting off what cannot hold leaves the same verdict."""

from __future__ import annotations

import pytest

from postil.engine.branch import Branch
from postil.model import condition as kinds
from postil.model.condition import All, Any, Condition, Not

A, B, C = (kinds.Existence(terms=(name,)) for name in "abc")
STAFF = kinds.WhoIs(role="staff")


@pytest.mark.parametrize(
    ("condition", "met", "left"),
    [
        (A, "a", A),
        (A, "b", None),
        (STAFF, "", STAFF),
        (Any((A, B)), "b", B),
        (Any((A, B, C)), "bc", Any((B, C))),
        (Any((A, B)), "ab", Any((A, B))),
        (Any((A, STAFF)), "", STAFF),
        (All((A, B)), "a", None),
        (All((A, STAFF)), "a", All((A, STAFF))),
        (All((A, Any((B, C)))), "ac", All((A, C))),
        (Any((All((A, B)), C)), "ac", C),
        (Not(A), "", Not(A)),
    ],
)
def test_what_is_left(condition: Condition, met: str, left: Condition | None) -> None:
    assert Branch(condition, {}).left({("post", name) for name in met}) == left


def test_all_needs_are_those_of_the_parts_too() -> None:
    branch = Branch(Any((A, All((STAFF, B)), STAFF)), {})
    assert {name for _, name in branch.all_needs()} == {"a", "b", "?"}
    assert branch.clauses == ()
