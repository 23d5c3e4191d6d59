"""Settling: verdicts become findings. Caps, exceptions, what was not seen, who yields, what comes first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from postil.engine.conditions.verdict import Judge, Verdict
from postil.engine.cover import Cover
from postil.engine.plan import Bound
from postil.engine.scene import Scene
from postil.model.condition import Condition
from postil.model.finding import SEVERITIES, Confidence, Field, Mark, Severity
from postil.model.topic import Case

_Place = tuple[Field, int]


class Raised(NamedTuple):
    """A topic that holds: the case that speaks, how loud, over which words, hanging on what."""

    bound: Bound
    case: Case
    severity: Severity
    marks: tuple[Mark, ...]
    unknown: tuple[str, ...]


def raise_topic(
    bound: Bound, scene: Scene, judge: Judge, left: Iterable[tuple[Case, Condition]] | None = None
) -> Raised | None:
    """Judge a topic's cases, or what is left of them, and its exceptions; the loudest speaks, the first of equals."""
    cases = [(case, case.when) for case in bound.topic.cases] if left is None else left
    held = [
        (case, verdict)
        for case, when in cases
        if (verdict := judge(when, scene)).truth is not False and _has_ground(verdict)
    ]
    if not held:
        return None
    doubts: tuple[str, ...] = ()
    for exception in bound.topic.exceptions:
        verdict = judge(exception.when, scene)
        if verdict.truth:
            return None
        doubts += verdict.unknown
    loud = [(case, verdict, _loudness(case, verdict, bound, doubts)) for case, verdict in held]
    loudest = max(SEVERITIES.index(severity) for *_, severity in loud)
    speaking = [entry for entry in loud if SEVERITIES.index(entry[2]) == loudest]
    case, verdict, severity = speaking[0]
    marks = join(mark for _, one, _ in speaking for mark in one.marks)
    return Raised(bound, case, severity, marks, tuple(sorted({*verdict.unknown, *doubts})))


def _has_ground(verdict: Verdict) -> bool:
    """Whether anything known speaks for a verdict: words, or a bio's silence. Unknown faces alone do not."""
    return verdict.truth is True or bool(verdict.marks) or verdict.ground


def _loudness(case: Case, verdict: Verdict, bound: Bound, doubts: tuple[str, ...]) -> Severity:
    severity = quieter(case.severity, bound.topic.severity, bound.cap, _MOST[case.confidence])
    return quieter(severity, "suggestion") if verdict.truth is None or doubts else severity


_MOST: Mapping[Confidence, Severity] = {"high": "warning", "medium": "warning", "low": "suggestion"}
"""Confidence -> the loudest it may be: low never interrupts."""


def quieter(*severities: Severity) -> Severity:
    """Return the quietest of several severities."""
    return min(severities, key=SEVERITIES.index)


def join(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return the marks in order, those that overlap made one."""
    kept: list[Mark] = []
    for mark in sorted(
        marks, key=lambda mark: (mark.field != "text", mark.field, mark.item, mark.start, mark.end)
    ):
        last = kept[-1] if kept else None
        if last and (last.field, last.item) == (mark.field, mark.item) and mark.start < last.end:
            kept[-1] = Mark(last.start, max(last.end, mark.end), mark.field, mark.item)
        else:
            kept.append(mark)
    return tuple(kept)


def give_way(raised: Mapping[str, Raised]) -> list[Raised]:
    """Leave out every topic that yields to one that stays, and return the rest: loudest first, then by id."""
    stays: dict[str, bool] = {}

    def decide(name: str) -> bool:
        if name not in stays:
            stays[name] = True  # in a ring of topics that yield to each other, the one asked first stays
            one = raised[name]
            stays[name] = not any(
                other in raised
                and other != name
                and _lie_within(one.marks, raised[other].marks)
                and decide(other)
                for other in sorted(one.bound.topic.yields_to)
            )
        return stays[name]

    kept = [raised[name] for name in sorted(raised) if decide(name)]
    return sorted(kept, key=lambda one: (-SEVERITIES.index(one.severity), one.bound.topic.id))


def _lie_within(inner: tuple[Mark, ...], outer: tuple[Mark, ...]) -> bool:
    covers: dict[_Place, Cover] = {}
    for place in {(mark.field, mark.item) for mark in outer}:
        covers[place] = Cover((mark.start, mark.end) for mark in outer if (mark.field, mark.item) == place)
    return bool(inner) and all(
        (mark.field, mark.item) in covers and covers[mark.field, mark.item].covers(mark.start, mark.end)
        for mark in inner
    )
