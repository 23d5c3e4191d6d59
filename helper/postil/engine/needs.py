"""What a condition needs before it can be anything but false: derived from it, never written by authors.

A topic is judged only where one of its needs is met. `None` stands for a condition that may always hold.
"""

from __future__ import annotations

from postil.engine.scene import Scene
from postil.model import condition as kinds
from postil.model.condition import Condition, Place

Need = tuple[str, str]
"""A place and a term list that must stand there; or a fact and its name."""

UNSEEN = "?"
"""Stands for the list where the place itself was not shown."""
ATTACHMENTS: Need = ("fact", "attachments")
REPLY: Need = ("fact", "reply")


def needs(condition: Condition) -> frozenset[Need] | None:  # noqa: PLR0911  # one return a kind
    """Return the needs of which at least one must be met, or `None` where nothing can be said."""
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
            given = [found for part in condition.parts if (found := needs(part)) is not None]
            return min(given, key=lambda found: (len(found), sorted(found)), default=None)
        case kinds.Any():
            return _any_of(condition)
        case _:
            return None


def _any_of(condition: kinds.Any) -> frozenset[Need] | None:
    every: frozenset[Need] = frozenset()
    for part in condition.parts:
        found = needs(part)
        if found is None:
            return None
        every |= found
    return every


def _stand(terms: tuple[str, ...], places: tuple[Place, ...]) -> frozenset[Need]:
    return frozenset((place, name) for place in places for name in (*terms, UNSEEN))


def met(scene: Scene, places: frozenset[Place]) -> set[Need]:
    """Return the needs that a scene meets, over these places."""
    found: set[Need] = set()
    for place in places:
        leaves = scene.leaves(place)
        if leaves.unknown:
            found.add((place, UNSEEN))
        for leaf in leaves.leaves:
            found.update((place, name) for name in scene.matches(leaf.page))
    if scene.draft.attachments != ():
        found.add(ATTACHMENTS)
    if scene.draft.reply_to is not None or scene.draft.surface == "share":
        found.add(REPLY)
    return found
