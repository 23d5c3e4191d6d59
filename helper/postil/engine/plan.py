"""A plan: the topics that can speak under one policy, to one role, from one account, on one surface."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, get_args

from postil.engine.needs import Need, evidence, met, needs
from postil.engine.scene import Scene
from postil.model.condition import Place
from postil.model.draft import AccountKind, Role, Surface
from postil.model.finding import SEVERITIES, Severity
from postil.model.policy import Clause, Policy
from postil.model.topic import Scope, Topic

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


class Plan:
    """The bound topics, and which of them to judge for a scene."""

    def __init__(
        self, topics: Iterable[Topic], policy: Policy, asked: Asked, rates: Mapping[str, float]
    ) -> None:
        """Bind the topics that a clause of the policy names and that can hold for what is asked.

        `rates` are how often term lists turn up; they decide nothing but what is looked at first.
        """
        self._rates = rates
        self.bound: dict[str, Bound] = {}
        self._always: list[str] = []
        self._by_need: dict[Need, list[str]] = {}
        self._evidence: dict[str, frozenset[Need] | None] = {}
        for topic in sorted(topics, key=lambda topic: topic.id):
            clauses = [clause for clause in policy.clauses if _applies(clause, topic, policy, asked)]
            if clauses and topic.cases and _fits(topic.scope, asked):
                self.bound[topic.id] = Bound(topic, tuple(clause.id for clause in clauses), _cap(clauses))
                self._file(topic)
        asked_about = {need[0] for need in self._by_need}
        asked_about |= {need[0] for traces in self._evidence.values() if traces for need in traces}
        self._places = frozenset(place for place in _PLACES if place in asked_about)

    def candidates(self, scene: Scene) -> list[Bound]:
        """Return the topics that may hold for a scene, by id."""
        found = set(self._always)
        known, unseen = met(scene, self._places)
        for need in known:
            found.update(self._by_need.get(need, ()))
        for need in unseen:
            for name in self._by_need.get(need, ()):
                if name not in found and self._has_evidence(name, known):
                    found.add(name)
        return [self.bound[name] for name in sorted(found)]

    def _has_evidence(self, name: str, known: frozenset[Need]) -> bool:
        traces = self._evidence[name]
        return traces is None or not traces.isdisjoint(known)

    def _file(self, topic: Topic) -> None:
        given = [needs(case.when, self._rates) for case in topic.cases]
        if any(found is None for found in given):
            self._always.append(topic.id)
            return
        traces = [evidence(case.when) for case in topic.cases]
        whole = None if None in traces else frozenset(one for found in traces if found for one in found)
        self._evidence[topic.id] = whole
        for need in {need for found in given if found for need in found}:
            self._by_need.setdefault(need, []).append(topic.id)


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
