"""What a condition needs before it can be anything but false: derived from it, never written by authors.

A case is judged only where one need at least of each of its clauses is met.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import repeat
from typing import NamedTuple

from postil.engine.entities import FORMS, forms
from postil.engine.scene import Scene
from postil.engine.uses import POSSESSIVES
from postil.model import condition as kinds
from postil.model.condition import Condition, Place

Need = tuple[str, str]
"""A place and a term list that must stand there; or a fact and its name."""

Clause = frozenset[Need]
"""Needs of which at least one must be met."""

UNSEEN = "?"
"""Stands for the list where the place itself was not shown."""
FORM = "form "
"""Stands before what a page holds that is told at once: no list has such a name."""
ATTACHMENTS: Need = ("fact", "attachments")
REPLY: Need = ("fact", "reply")
_ACCOUNT: frozenset[Place] = frozenset(("bio", "name", "handle"))
_COMMON = 0.05  # how often a fact holds, beside the rates of lists
_OF_FORM = 0.2
_UNKNOWN = 0.001  # the rate of a list that only a policy fills
_NONE: frozenset[Clause] = frozenset()


def needs(condition: Condition, rates: Mapping[str, float]) -> frozenset[Clause]:  # noqa: C901, PLR0911  # one a kind
    """Return the clauses that must all be met; none where nothing can be said.

    Of the clauses of a part of an `any` one will do; the one is taken whose lists turn up least, by their `rates`.
    """
    match condition:
        case kinds.Existence():
            return _stands(condition, condition.terms)
        case kinds.Proximity():
            return _stands(condition, condition.terms) | {_stand(condition.near, condition.places)}
        case kinds.Occurrence():
            return (
                frozenset((_stand(condition.terms, condition.places),)) if condition.at_least > 0 else _NONE
            )
        case kinds.EntityIs():
            return _shows(condition)
        case kinds.AttachmentIs():
            return frozenset((frozenset((ATTACHMENTS,)),)) if condition.at_least > 0 else _NONE
        case kinds.WouldFlag():
            return frozenset((frozenset((REPLY,)),))
        case kinds.Not(part=kinds.Absence() as absence):
            return frozenset((_stand(absence.terms, absence.places),))
        case kinds.All():
            return _NONE.union(*(needs(part, rates) for part in condition.parts))
        case kinds.Any():
            given = [needs(part, rates) for part in condition.parts]
            if not all(given):
                return _NONE
            return frozenset((frozenset().union(*(rarest_first(clauses, rates)[0] for clauses in given)),))
        case _:
            return _NONE


def rarest_first(clauses: Iterable[Clause], rates: Mapping[str, float]) -> list[Clause]:
    """Return the clauses, those that are met least often first."""
    return sorted(clauses, key=lambda clause: (_rate(clause, rates), sorted(clause)))


def evidence(condition: Condition) -> frozenset[Need] | None:  # noqa: PLR0911  # one return a kind
    """Return what can leave a mark, or `None` where more than term lists can: no unknown speaks without one."""
    match condition:
        case kinds.All() | kinds.Any():
            return _of_any([evidence(part) for part in condition.parts])
        case kinds.EntityIs() | kinds.Measure() | kinds.WouldFlag():
            return None
        case kinds.Existence(marks=False):
            return frozenset()
        case kinds.Existence() | kinds.Proximity() | kinds.Occurrence():
            return frozenset((place, name) for place in condition.places for name in condition.terms)
        case kinds.AttachmentIs():
            places = (("file-name", condition.named), ("alt", condition.shows))
            return frozenset((place, name) for place, terms in places for name in terms)
        case kinds.Absence() | kinds.Not():
            return None if _asks_account(condition) else frozenset()
        case _:
            return frozenset()


def _asks_account(condition: Condition) -> bool:
    """Whether a condition looks at the account, whose silence speaks for itself."""
    if isinstance(condition, kinds.All | kinds.Any):
        return any(map(_asks_account, condition.parts))
    if isinstance(condition, kinds.Not):
        return _asks_account(condition.part)
    return not _ACCOUNT.isdisjoint(getattr(condition, "places", ()))


def _of_any(parts: list[frozenset[Need] | None]) -> frozenset[Need] | None:
    every: frozenset[Need] = frozenset()
    for part in parts:
        if part is None:
            return None
        every |= part
    return every


def _stands(condition: kinds.Existence | kinds.Proximity, terms: tuple[str, ...]) -> frozenset[Clause]:
    """Return what a condition needs of its terms, and of whose they are."""
    clauses = {_stand(terms, condition.places)}
    if condition.owner:
        clauses.add(_stand((POSSESSIVES,), condition.places))
    return frozenset(clauses)


def _shows(condition: kinds.EntityIs) -> frozenset[Clause]:
    """Return what an entity needs: a term near it, and the form of its kind."""
    clauses = {_stand(condition.near, condition.places)} if condition.near else set()
    if all(kind in FORMS for kind in condition.kinds):
        names = tuple(FORM + FORMS[kind] for kind in condition.kinds)
        clauses.add(_stand(names, condition.places))
    return frozenset(clauses)


def _stand(terms: tuple[str, ...], places: tuple[Place, ...]) -> Clause:
    return frozenset((place, name) for place in places for name in (*terms, UNSEEN))


def _rate(clause: Clause, rates: Mapping[str, float]) -> float:
    return sum(_rate_of(need, rates) for need in clause)


def _rate_of(need: Need, rates: Mapping[str, float]) -> float:
    if need in (ATTACHMENTS, REPLY):
        return _COMMON
    return rates.get(need[1], _OF_FORM if need[1].startswith(FORM) else _UNKNOWN)


class Met(NamedTuple):
    """The needs that a scene meets as far as can be told at once, and those that hang on what was not shown."""

    known: frozenset[Need]
    unseen: frozenset[Need]


def met(scene: Scene, places: frozenset[Place]) -> Met:
    """Return what a scene may meet, over these places; lists are not worked out for it."""
    known: set[Need] = set()
    unseen: set[Need] = set()
    for place in places:
        leaves = scene.leaves(place)
        if leaves.unknown:
            unseen.add((place, UNSEEN))
        for leaf in leaves.leaves:
            known.update(zip(repeat(place), scene.matches(leaf.page).possible, strict=False))
            known.update((place, FORM + form) for form in forms(leaf.page))
    if scene.draft.attachments != ():
        (unseen if scene.draft.attachments is None else known).add(ATTACHMENTS)
    if scene.draft.reply_to is not None or scene.draft.surface == "share":
        known.add(REPLY)
    return Met(frozenset(known), frozenset(unseen))
