"""Verdicts."""

from __future__ import annotations

from postil.engine.conditions.verdict import NO, YES, by_marks, is_so, not_said, not_seen
from postil.model.finding import Mark


def test_facts() -> None:
    assert is_so(1) is YES
    assert is_so("") is NO
    assert not_seen("time", "audience", "time").unknown == ("audience", "time")


def test_what_was_found_outweighs_what_was_not_seen() -> None:
    assert by_marks([Mark(0, 1)], holds=True, unknown=("x",)) == (True, (Mark(0, 1),), (), False)
    assert by_marks([], holds=False, unknown=("x",)) == (None, (), ("x",), False)
    assert by_marks([], holds=False, unknown=()) is NO


def test_the_silence_of_an_account_is_ground_and_no_other_silence() -> None:
    assert not_said("account.bio").ground
    assert not not_said("account.bio", "attachments").ground
    assert not not_seen("account.bio").ground
