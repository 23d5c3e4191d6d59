"""A plan: the topics that can speak under one policy, to one role, from one account, on one surface."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, get_args

from postil.engine.branch import Branch
from postil.engine.needs import Need, evidence, met
from postil.engine.scene import Scene
from postil.model.condition import Condition, Place
from postil.model.draft import AccountKind, Role, Surface
from postil.model.finding import SEVERITIES, Severity
from postil.model.policy import Clause, Policy
from postil.model.topic import Case, Scope, Topic

_PLACES: tuple[Place, ...] = get_args(Place)


class Bound(NamedTuple):
    """A topic with the clauses that bind it here, in the order of the documents, and their severity cap."""

    topic: Topic
    clauses: tuple[str, ...]
    cap: Severity


class Asked(NamedTuple):
    """For whom, from what and where a plan holds. A share with words of one's own is also a post."""

    role: Role | None
    account: AccountKind | None
    surfaces: tuple[Surface, ...]


class Candidate(NamedTuple):
    """A bound topic with what is left to judge: those of its cases, and parts of these, that may hold."""

    bound: Bound
    cases: tuple[tuple[Case, Condition], ...]

    @property
    def topic(self) -> Topic:
        """The topic."""
        return self.bound.topic


class _Way(NamedTuple):
    """A case of a topic by its place, and what can leave a mark in it."""

    topic: str
    case: int
    branch: Branch
    evidence: frozenset[Need] | None


class Plan:
    """The bound topics, and which of their cases to judge for a scene."""

    def __init__(
        self, topics: Iterable[Topic], policy: Policy, asked: Asked, rates: Mapping[str, float]
    ) -> None:
        """Bind the topics that a clause of the policy names and that can hold for what is asked.

        `rates` are how often term lists turn up; they decide nothing but what is looked at first.
        """
        self.bound: dict[str, Bound] = {}
        self._always: list[_Way] = []
        self._by_need: dict[Need, list[_Way]] = {}
        asked_about: set[str] = set()
        for topic in sorted(topics, key=lambda topic: topic.id):
            clauses = [clause for clause in policy.clauses if _applies(clause, topic, policy, asked)]
            if clauses and topic.cases and _fits(topic.scope, asked):
                self.bound[topic.id] = Bound(topic, tuple(clause.id for clause in clauses), _cap(clauses))
                for number, case in enumerate(topic.cases):
                    way = _Way(topic.id, number, Branch(case.when, rates), evidence(case.when))
                    asked_about |= {need[0] for need in (*way.branch.all_needs(), *(way.evidence or ()))}
                    self._file(way)
        self._places = frozenset(place for place in _PLACES if place in asked_about)

    def candidates(self, scene: Scene) -> list[Candidate]:
        """Return the topics that may hold for a scene, by id."""
        known, unseen = met(scene, self._places)
        both = known | unseen if unseen else known
        ways = {id(way): way for need in both for way in self._by_need.get(need, ())}
        found: dict[str, dict[int, Condition]] = {}
        for way in (*self._always, *ways.values()):
            if way.evidence is not None and known.isdisjoint(way.evidence) and not way.branch.left(known):
                continue
            if when := way.branch.left(both):
                found.setdefault(way.topic, {})[way.case] = when
        candidates = []
        for name in sorted(found):
            bound, left = self.bound[name], found[name]
            cases = tuple((bound.topic.cases[number], left[number]) for number in sorted(left))
            candidates.append(Candidate(bound, cases))
        return candidates

    def _file(self, way: _Way) -> None:
        if not way.branch.clauses:
            self._always.append(way)
            return
        for need in way.branch.clauses[0]:
            self._by_need.setdefault(need, []).append(way)


def _applies(clause: Clause, topic: Topic, policy: Policy, asked: Asked) -> bool:
    if clause.topic != topic.id:
        return False
    bound = clause.who or next((one.who for one in policy.documents if one.id == clause.document), ())
    surfaces = set(clause.surface) & set(asked.surfaces)
    return (
        (not bound or asked.role in bound)
        and (not clause.account or asked.account in clause.account)
        and bool(surfaces & set(topic.scope.surface) if topic.scope.surface else surfaces)
    )


def _fits(scope: Scope, asked: Asked) -> bool:
    return (not scope.who or asked.role in scope.who) and (
        not scope.account or asked.account in scope.account
    )


def _cap(clauses: Iterable[Clause]) -> Severity:
    """Return the loudest that any of the clauses allows; one that says nothing allows all."""
    return max((clause.severity or "warning" for clause in clauses), key=SEVERITIES.index)
