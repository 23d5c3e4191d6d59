"""Phrases as values."""

from __future__ import annotations

from postil.engine.step import Phrase, Step


def test_refs_are_gathered_from_all_rows() -> None:
    rows = (("a", Step(refs=frozenset({"x"}))), (Step(refs=frozenset({"y"})), 3, "b"))
    assert Phrase(rows).refs() == {"x", "y"}


def test_equal_steps_are_one() -> None:
    assert len({Step(words=frozenset({"a"})), Step(words=frozenset({"a"}))}) == 1
