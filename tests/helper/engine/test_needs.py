"""Needs: necessary, so that no topic that could hold is passed over."""

from __future__ import annotations

import pytest

from postil.engine.entities import FORMS
from postil.engine.needs import ATTACHMENTS, REPLY, evidence, needs
from postil.model import condition as kinds
from postil.model.condition import Condition, Window

A = kinds.Existence(terms=("a",))
B = kinds.Existence(terms=("b", "c"))
STAFF = kinds.WhoIs(role="staff")
WINDOW = Window(words=1)
NEED_A = {("post", "a"), ("post", "?")}
NEED_B = {("post", "b"), ("post", "c"), ("post", "?")}


DIGIT = {("post", f"form {FORMS['date']}"), ("post", "?")}
NUMBER = {("post", f"form {FORMS['phone']}"), *DIGIT}
MINE = {("post", "first-person-possessives"), ("post", "?")}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (A, [NEED_A]),
        (kinds.Existence(terms=("a",), owner="mine"), [NEED_A, MINE]),
        (kinds.Proximity(terms=("a",), near=("b", "c"), within=WINDOW), [NEED_A, NEED_B]),
        (kinds.Existence(terms=("a",), places=("bio",)), [{("bio", "a"), ("bio", "?")}]),
        (kinds.Occurrence(terms=("a",)), [NEED_A]),
        (kinds.Occurrence(terms=("a",), at_least=0, at_most=2), []),
        (kinds.Absence(terms=("a",)), []),
        (kinds.EntityIs(kinds=("email",)), []),
        (kinds.EntityIs(kinds=("email",), near=("a",)), [NEED_A]),
        (kinds.EntityIs(kinds=("phone", "date")), [NUMBER]),
        (kinds.EntityIs(kinds=("phone", "email")), []),
        (kinds.EntityIs(kinds=("date",), near=("a",)), [NEED_A, DIGIT]),
        (kinds.AttachmentIs(), [{ATTACHMENTS}]),
        (kinds.WouldFlag(), [{REPLY}]),
        (kinds.Not(A), []),
        (kinds.Not(kinds.Absence(terms=("a",))), [NEED_A]),
        (STAFF, []),
        (kinds.All((B, STAFF, A)), [NEED_A, NEED_B]),
        (kinds.All((STAFF, kinds.Not(A))), []),
        (kinds.Any((A, B)), [NEED_A | NEED_B]),
        (kinds.Any((A, STAFF)), []),
        (kinds.All((kinds.Any((A, STAFF)), B)), [NEED_B]),
    ],
)
def test_needs(condition: Condition, expected: list[set[tuple[str, str]]]) -> None:
    assert needs(condition, {}) == {frozenset(clause) for clause in expected}


def test_of_all_in_an_any_the_rarest_part_is_asked_for() -> None:
    both = kinds.Any((kinds.All((A, kinds.Existence(terms=("b",)))),))
    assert needs(both, {"a": 0.1, "b": 0.01}) == {frozenset({("post", "b"), ("post", "?")})}
    assert needs(both, {"a": 0.01, "b": 0.1}) == {frozenset(NEED_A)}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (A, {("post", "a")}),
        (kinds.All((A, STAFF, kinds.AttachmentIs(faces="some"))), {("post", "a")}),
        (kinds.AttachmentIs(named=("a",), shows=("b",)), {("file-name", "a"), ("alt", "b")}),
        (kinds.Any((A, B)), {("post", "a"), ("post", "b"), ("post", "c")}),
        (kinds.Any((A, kinds.Absence(terms=("b",)))), {("post", "a")}),
        (kinds.Any((A, kinds.Absence(terms=("b",), places=("post", "bio")))), None),
        (kinds.Existence(terms=("a",), marks=False), set()),
        (kinds.Not(A), set()),
        (kinds.Not(kinds.All((A, kinds.Existence(terms=("a",), places=("name",))))), None),
        (kinds.EntityIs(kinds=("email",), near=("a",)), None),
        (kinds.Measure(of="words", at_least=1), None),
        (STAFF, set()),
    ],
)
def test_evidence(condition: Condition, expected: set[tuple[str, str]] | None) -> None:
    assert evidence(condition) == expected
