"""Phrases as values."""

from __future__ import annotations

from postil.engine.step import Phrase, Step, merge


def test_refs_are_gathered_from_all_rows() -> None:
    rows = (("a", Step(refs=frozenset({"x"}))), (Step(refs=frozenset({"y"})), 3, "b"))
    assert Phrase(rows).refs() == {"x", "y"}


def test_equal_steps_are_one() -> None:
    assert len({Step(words=frozenset({"a"})), Step(words=frozenset({"a"}))}) == 1


def test_alternatives_of_one_token_become_one_step() -> None:
    longer = ("the", "man")
    rows = merge([("a",), (Step(prefixes=("bc",)),), longer, (), ("a",)])
    assert rows == [(Step(words=frozenset({"a"}), prefixes=("bc",)),), longer, ()]


def test_alternatives_with_capitals_of_their_own_stay_apart() -> None:
    exact = Step(words=frozenset({"ic"}), exact=("IC",))
    assert merge([(exact,), ("a",)]) == [(exact,), (Step(words=frozenset({"a"})),)]


def test_what_a_step_is_made_of() -> None:
    assert Step(words=frozenset({"a"}), exact=("A",)).is_words
    assert not Step(words=frozenset({"a"}), hosts=("a.nl",)).is_words
    assert Step(refs=frozenset({"a"})).is_refs
    assert not Step(refs=frozenset({"a"}), words=frozenset({"a"})).is_refs
