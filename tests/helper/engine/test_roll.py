"""Rolls: one list each, told apart by themselves and not by what they hold."""

from __future__ import annotations

from postil.engine.roll import Caller, Roll


def test_two_lists_alike_are_two() -> None:
    assert Roll("one", 0) != Roll("one", 0)


def test_callers_that_need_the_same_are_one() -> None:
    roll = Roll("one", 0)
    for place in (1, 1, 2):
        roll.callers[Caller(place, (frozenset({"my"}),), (1,))] = None
    assert [caller.place for caller in roll.callers] == [1, 2]
