"""Traces: for one draft, what every condition of a topic says, over which words, and why."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

from postil.engine import settle
from postil.engine.conditions import COMBINATIONS, judge
from postil.engine.conditions.verdict import Verdict
from postil.engine.plan import Bound
from postil.engine.scene import Scene
from postil.model import condition as kinds
from postil.model.condition import Condition
from postil.model.finding import Severity
from postil.model.topic import Topic

Truth = Literal["true", "false", "unknown"]
_TRUTHS: dict[bool | None, Truth] = {True: "true", False: "false", None: "unknown"}


@dataclass(frozen=True, slots=True)
class ConditionTrace:
    """One condition: its kind and keys, its truth, the words it found, why, and its parts."""

    kind: str
    keys: str
    truth: Truth
    words: tuple[str, ...]
    why: str
    parts: tuple[ConditionTrace, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseTrace:
    """One case or exception of a topic, by name, with its condition."""

    name: str
    condition: ConditionTrace


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicTrace:
    """One topic: whether it is bound here, whether it holds and how loud, and how that came about.

    `severity` is `None` where the topic stays silent; `why` says in a sentence what decided it.
    """

    topic: str
    clauses: tuple[str, ...]
    severity: Severity | None
    why: str
    cases: tuple[CaseTrace, ...]
    exceptions: tuple[CaseTrace, ...]


def trace(topic: Topic, bound: Bound | None, scene: Scene) -> TopicTrace:
    """Judge all of a topic's cases and exceptions, whether the policy in force binds it or not."""
    raised = settle.raise_topic(bound, scene, judge) if bound else None
    cases = tuple(CaseTrace(case.name, _trace(case.when, scene)) for case in topic.cases)
    exceptions = tuple(CaseTrace(one.why, _trace(one.when, scene)) for one in topic.exceptions)
    return TopicTrace(
        topic=topic.id,
        clauses=bound.clauses if bound else (),
        severity=raised.severity if raised else None,
        why=_why(bound, raised, cases, exceptions),
        cases=cases,
        exceptions=exceptions,
    )


def _why(
    bound: Bound | None,
    raised: settle.Raised | None,
    cases: tuple[CaseTrace, ...],
    exceptions: tuple[CaseTrace, ...],
) -> str:
    if bound is None:
        return "No clause of this policy is about it for this writer, account and place."
    if raised:
        return f"It is a case of '{raised.case.name}'." if raised.case.name else "What it looks for is there."
    if all(case.condition.truth == "false" for case in cases):
        return "What it looks for is not there."
    lifted = [one.name for one in exceptions if one.condition.truth == "true"]
    return f"An exception applies: {lifted[0]}" if lifted else "What can be seen is not enough for it."


def _trace(condition: Condition, scene: Scene) -> ConditionTrace:
    verdict = judge(condition, scene)
    inner: tuple[Condition, ...] = ()
    if isinstance(condition, kinds.Not):
        inner = (condition.part,)
    elif isinstance(condition, (kinds.All, kinds.Any)):
        inner = condition.parts
    return ConditionTrace(
        kind=_name(condition),
        keys="" if type(condition) in COMBINATIONS else _keys(condition),
        truth=_TRUTHS[verdict.truth],
        words=_words(verdict, scene),
        why=_reason(verdict),
        parts=tuple(_trace(part, scene) for part in inner),
    )


def _reason(verdict: Verdict) -> str:
    if verdict.truth is None:
        return f"not seen: {', '.join(verdict.unknown)}"
    if verdict.marks:
        return f"{len(verdict.marks)} found"
    return "holds" if verdict.truth else "does not hold"


def _words(verdict: Verdict, scene: Scene) -> tuple[str, ...]:
    texts = {
        (leaf.field, leaf.item): leaf.page.text for place in _PLACES for leaf in scene.leaves(place).leaves
    }
    return tuple(texts[mark.field, mark.item][mark.start : mark.end] for mark in settle.join(verdict.marks))


_PLACES: tuple[kinds.Place, ...] = ("bio", "post", "name", "handle", "alt", "file-name", "reply")
_SUFFIX = "Is"


def _name(condition: Condition) -> str:
    name = type(condition).__name__.removesuffix(_SUFFIX)
    return {"EntityIs": "entity", "WouldFlag": "would-flag"}.get(name, name.lower())


def _keys(condition: Condition) -> str:
    given = ((one.name, getattr(condition, one.name), one.default) for one in fields(condition))
    return ", ".join(f"{name}: {_plain(value)}" for name, value, default in given if value != default)


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
