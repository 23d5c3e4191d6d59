"""What a condition needs before it can be anything but false: derived from it, never written by authors.

A topic is judged only where one of its needs is met. `None` stands for a condition that may always hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from postil.engine.scene import Scene
from postil.model import condition as kinds
from postil.model.condition import Condition, Place

Need = tuple[str, str]
"""A place and a term list that must stand there; or a fact and its name."""

UNSEEN = "?"
"""Stands for the list where the place itself was not shown."""
ATTACHMENTS: Need = ("fact", "attachments")
REPLY: Need = ("fact", "reply")
_ACCOUNT: frozenset[Place] = frozenset(("bio", "name", "handle"))
_COMMON = 0.05  # how often a fact holds, beside the rates of lists
_UNKNOWN = 0.001  # the rate of a list that only a policy fills


def needs(condition: Condition, rates: Mapping[str, float]) -> frozenset[Need] | None:  # noqa: PLR0911  # one return a kind
    """Return the needs of which at least one must be met, or `None` where nothing can be said.

    Of the parts of an `all` any will do; the one is taken whose lists turn up least, by their `rates`.
    """
    match condition:
        case kinds.Existence() | kinds.Proximity():
            return _stand(condition.terms, condition.places)
        case kinds.Occurrence():
            return _stand(condition.terms, condition.places) if condition.at_least > 0 else None
        case kinds.EntityIs():
            return _stand(condition.near, condition.places) if condition.near else None
        case kinds.AttachmentIs():
            return frozenset((ATTACHMENTS,)) if condition.at_least > 0 else None
        case kinds.WouldFlag():
            return frozenset((REPLY,))
        case kinds.All():
            given = [found for part in condition.parts if (found := needs(part, rates)) is not None]
            return min(given, key=lambda found: (_rate(found, rates), sorted(found)), default=None)
        case kinds.Any():
            return _of_any([needs(part, rates) for part in condition.parts])
        case _:
            return None


def evidence(condition: Condition) -> frozenset[Need] | None:
    """Return what can leave a mark, or `None` where more than term lists can: no unknown speaks without one."""
    match condition:
        case kinds.All() | kinds.Any():
            return _of_any([evidence(part) for part in condition.parts])
        case kinds.EntityIs() | kinds.Measure() | kinds.WouldFlag():
            return None
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


def _stand(terms: tuple[str, ...], places: tuple[Place, ...]) -> frozenset[Need]:
    return frozenset((place, name) for place in places for name in (*terms, UNSEEN))


def _rate(found: frozenset[Need], rates: Mapping[str, float]) -> float:
    return sum(_COMMON if need in (ATTACHMENTS, REPLY) else rates.get(need[1], _UNKNOWN) for need in found)


class Met(NamedTuple):
    """The needs that a scene meets, and those that it may meet, for all that was shown."""

    known: frozenset[Need]
    unseen: frozenset[Need]


def met(scene: Scene, places: frozenset[Place]) -> Met:
    """Return what a scene meets, over these places."""
    known: set[Need] = set()
    unseen: set[Need] = set()
    for place in places:
        leaves = scene.leaves(place)
        if leaves.unknown:
            unseen.add((place, UNSEEN))
        for leaf in leaves.leaves:
            known.update((place, name) for name in scene.matches(leaf.page))
    if scene.draft.attachments != ():
        (unseen if scene.draft.attachments is None else known).add(ATTACHMENTS)
    if scene.draft.reply_to is not None or scene.draft.surface == "share":
        known.add(REPLY)
    return Met(frozenset(known), frozenset(unseen))
