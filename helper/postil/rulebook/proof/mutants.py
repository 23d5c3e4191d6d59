"""A topic with one part gone: each branch, each exception, each `unless` in turn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from postil.model import condition as kinds
from postil.model.condition import Condition
from postil.model.topic import Topic

T = TypeVar("T")
Path = tuple[str | int, ...]
Part = Literal["condition", "exception", "unless", "case", "owner", "quoted", "list", "side"]

KEYS: dict[type, str] = {
    kinds.All: "all",
    kinds.Any: "any",
    kinds.Not: "not",
    kinds.Existence: "existence",
    kinds.Absence: "absence",
    kinds.Occurrence: "occurrence",
    kinds.Proximity: "proximity",
    kinds.EntityIs: "entity",
    kinds.AttachmentIs: "attachment",
    kinds.Measure: "measure",
    kinds.AccountIs: "account",
    kinds.WhoIs: "who",
    kinds.SurfaceIs: "surface",
    kinds.AudienceIs: "audience",
    kinds.Schedule: "schedule",
    kinds.ReplyIs: "reply",
    kinds.WouldFlag: "would-flag",
}
"""The key under which a rule file says each kind."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A topic without the `part` that stands at `path` of its file."""

    part: Part
    path: Path
    topic: Topic


NEEDED: Mapping[Part, str] = {
    "condition": "condition",
    "exception": "exception",
    "unless": "`unless`",
    "case": "case",
}
"""Parts that some example has to need, with their names; the others are counted alone."""


def mutants(topic: Topic) -> Iterator[Mutant]:
    """Every way of taking one part out of a topic."""
    several = len(topic.cases) > 1
    for number, case in enumerate(topic.cases):
        path: Path = _case_path(topic, number)
        if several:
            yield Mutant("case", path[:-1], replace(topic, cases=_without(topic.cases, number)))
        for part, inner, condition in _changes(case.when, path):
            cases = _with(topic.cases, number, replace(case, when=condition))
            yield Mutant(part, inner, replace(topic, cases=cases))
    for number, exception in enumerate(topic.exceptions):
        path = ("exceptions", number)
        yield Mutant("exception", path, replace(topic, exceptions=_without(topic.exceptions, number)))
        for part, inner, condition in _changes(exception.when, (*path, "when")):
            exceptions = _with(topic.exceptions, number, replace(exception, when=condition))
            yield Mutant(part, inner, replace(topic, exceptions=exceptions))


def _case_path(topic: Topic, number: int) -> Path:
    """Where a case's condition stands: one without a name was written as the topic's bare `when`."""
    return ("cases", number, "when") if topic.cases[number].name else ("when",)


def _changes(condition: Condition, path: Path) -> Iterator[tuple[Part, Path, Condition]]:
    """Each change that takes one part out of a condition."""
    here = (*path, KEYS[type(condition)])
    if isinstance(condition, kinds.Not):
        yield from ((part, at, kinds.Not(one)) for part, at, one in _changes(condition.part, here))
    elif isinstance(condition, kinds.All | kinds.Any):
        yield from _of_several(condition, here)
    else:
        yield from _of_one(condition, here)


def _of_several(condition: kinds.All | kinds.Any, here: Path) -> Iterator[tuple[Part, Path, Condition]]:
    build = type(condition)
    for number, part in enumerate(condition.parts):
        if len(condition.parts) > 1:
            yield "condition", (*here, number), build(_without(condition.parts, number))
        for kind, at, one in _changes(part, (*here, number)):
            yield kind, at, build(_with(condition.parts, number, one))


def _of_one(condition: Condition, here: Path) -> Iterator[tuple[Part, Path, Condition]]:
    if isinstance(condition, kinds.Existence | kinds.Proximity | kinds.EntityIs):
        for number in range(len(condition.unless)):
            less = _without(condition.unless, number)
            yield "unless", (*here, "unless", number), replace(condition, unless=less)
    if isinstance(condition, kinds.Existence | kinds.Proximity):
        if condition.owner:
            yield "owner", (*here, "owner"), replace(condition, owner=None)
        if not condition.quoted:
            yield "quoted", (*here, "quoted"), replace(condition, quoted=True)
        yield from _fewer_lists(condition, here)
    if isinstance(condition, kinds.Proximity) and condition.side != "either":
        yield "side", (*here, "side"), replace(condition, side="either")


def _fewer_lists(
    condition: kinds.Existence | kinds.Proximity, here: Path
) -> Iterator[tuple[Part, Path, Condition]]:
    """The condition without one of several term lists."""
    if len(condition.terms) > 1:
        for number in range(len(condition.terms)):
            yield (
                "list",
                (*here, "terms", number),
                replace(condition, terms=_without(condition.terms, number)),
            )
    if isinstance(condition, kinds.Proximity) and len(condition.near) > 1:
        for number in range(len(condition.near)):
            yield "list", (*here, "near", number), replace(condition, near=_without(condition.near, number))


def _without(items: tuple[T, ...], number: int) -> tuple[T, ...]:
    return items[:number] + items[number + 1 :]


def _with(items: tuple[T, ...], number: int, item: T) -> tuple[T, ...]:
    return (*items[:number], item, *items[number + 1 :])
