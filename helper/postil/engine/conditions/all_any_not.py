"""`all`, `any`, `not`: three-valued, after Kleene."""

from __future__ import annotations

from collections.abc import Sequence

from postil.engine.conditions.verdict import NO, Judge, Verdict, is_so, not_said, not_seen
from postil.engine.scene import Scene
from postil.model.condition import All, Any, Not
from postil.model.finding import Mark


def judge_all(condition: All, scene: Scene, judge: Judge) -> Verdict:
    """Say whether every part holds; the marks of all parts are kept."""
    verdicts = []
    for part in condition.parts:
        verdict = judge(part, scene)
        if verdict.truth is False:
            return NO
        verdicts.append(verdict)
    maybe = [verdict for verdict in verdicts if verdict.truth is None]
    if not maybe:
        return Verdict(truth=True, marks=_marks(verdicts))
    return Verdict(None, _marks(verdicts), _names(maybe), ground=all(verdict.ground for verdict in maybe))


def judge_any(condition: Any, scene: Scene, judge: Judge) -> Verdict:
    """Say whether a part holds; the marks are those of the parts that do, or else of those that may."""
    verdicts = [judge(part, scene) for part in condition.parts]
    sure = [verdict for verdict in verdicts if verdict.truth]
    if sure:
        return Verdict(truth=True, marks=_marks(sure))
    maybe = [verdict for verdict in verdicts if verdict.truth is None]
    if not maybe:
        return NO
    return Verdict(None, _marks(maybe), _names(maybe), ground=any(verdict.ground for verdict in maybe))


def judge_not(condition: Not, scene: Scene, judge: Judge) -> Verdict:
    """Turn the part's truth round. What does not stand there cannot be marked."""
    part = judge(condition.part, scene)
    if part.truth is not None:
        return is_so(not part.truth)
    return not_said(*part.unknown) if not part.ground else not_seen(*part.unknown)


def _marks(verdicts: Sequence[Verdict]) -> tuple[Mark, ...]:
    return tuple(sorted({mark for verdict in verdicts for mark in verdict.marks}))


def _names(verdicts: Sequence[Verdict]) -> tuple[str, ...]:
    return tuple(sorted({name for verdict in verdicts for name in verdict.unknown}))
