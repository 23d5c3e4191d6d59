"""`all`, `any`, `not`, after Kleene."""

from __future__ import annotations

from itertools import product

import pytest

from postil.engine.conditions.all_any_not import judge_all, judge_any, judge_not
from postil.engine.conditions.verdict import Judge, Verdict
from postil.engine.scene import Scene
from postil.model.condition import All, Any, Condition, Not, WhoIs
from postil.model.finding import Mark

STAFF, STUDENT = WhoIs(role="staff"), WhoIs(role="student")
TRUTHS = (True, False, None)
RANK = {False: 0, None: 1, True: 2}


def judge(truths: tuple[bool | None, bool | None]) -> Judge:
    def answer(condition: Condition, _: Scene) -> Verdict:
        truth, mark = (truths[0], Mark(0, 1)) if condition == STAFF else (truths[1], Mark(2, 3))
        return Verdict(truth, (mark,) if truth is not False else (), ("bio",) if truth is None else ())

    return answer


@pytest.mark.parametrize(("one", "other"), list(product(TRUTHS, repeat=2)))
def test_three_valued(one: bool | None, other: bool | None) -> None:  # noqa: FBT001  # two truths
    answer = judge((one, other))
    every = judge_all(All((STAFF, STUDENT)), None, answer)  # type: ignore[arg-type]  # no scene is needed
    some = judge_any(Any((STAFF, STUDENT)), None, answer)  # type: ignore[arg-type]
    turned = judge_not(Not(STAFF), None, answer)  # type: ignore[arg-type]
    assert every.truth == min((one, other), key=RANK.__getitem__)
    assert some.truth == max((one, other), key=RANK.__getitem__)
    assert turned.truth == (None if one is None else not one)
    for verdict in (every, some, turned):
        assert bool(verdict.unknown) == (verdict.truth is None)


def test_marks_are_those_of_the_parts_that_make_it_so() -> None:
    assert judge_all(All((STAFF, STUDENT)), None, judge((True, None))).marks == (Mark(0, 1), Mark(2, 3))  # type: ignore[arg-type]
    assert judge_any(Any((STAFF, STUDENT)), None, judge((True, None))).marks == (Mark(0, 1),)  # type: ignore[arg-type]
    assert judge_not(Not(STAFF), None, judge((False, True))).marks == ()  # type: ignore[arg-type]
