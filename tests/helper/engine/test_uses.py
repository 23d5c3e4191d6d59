"""Which lists the topics name."""

from __future__ import annotations

import pytest

from helper.engine.builders import topic
from postil.engine.uses import lists_of
from postil.model import condition as kinds
from postil.model.condition import Condition, Unless, Window

WINDOW = Window(words=3)


@pytest.mark.parametrize(
    ("condition", "names"),
    [
        (kinds.Existence(terms=("a",), unless=(Unless(terms="b", within=WINDOW),)), {"a", "b"}),
        (kinds.Existence(terms=("a",), owner="mine"), {"a", "first-person-possessives"}),
        (kinds.Absence(terms=("a", "b")), {"a", "b"}),
        (kinds.Occurrence(terms=("a",)), {"a"}),
        (kinds.Proximity(terms=("a",), near=("b",), within=WINDOW), {"a", "b"}),
        (kinds.EntityIs(kinds=("email",), near=("a",)), {"a"}),
        (kinds.AttachmentIs(named=("a",), shows=("b",)), {"a", "b"}),
        (
            kinds.Not(kinds.Any((kinds.Absence(terms=("a",)), kinds.All((kinds.Absence(terms=("b",)),))))),
            {"a", "b"},
        ),
        (kinds.WhoIs(role="staff"), set()),
    ],
)
def test_lists_of_a_condition(condition: Condition, names: set[str]) -> None:
    assert lists_of([topic("t", condition)]) == names
    assert lists_of([topic("t", kinds.WhoIs(role="staff"), exceptions=[condition])]) == names
