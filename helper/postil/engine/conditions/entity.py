"""`entity`: something with a form of its own stands there, with a term in reach if one is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from postil.engine.conditions.filters import uncancelled
from postil.engine.conditions.verdict import Verdict, by_marks
from postil.engine.match import Match
from postil.engine.page import Page
from postil.engine.reach import pairs
from postil.engine.scene import Scene
from postil.model.condition import EntityIs
from postil.model.finding import Mark


def judge(condition: EntityIs, scene: Scene) -> Verdict:
    """Say whether enough entities of the kinds stand in the places. The entity is marked, the term is not."""
    marks: list[Mark] = []
    unknown: tuple[str, ...] = ()
    count = 0
    for place in condition.places:
        leaves = scene.leaves(place)
        unknown += leaves.unknown
        for leaf in leaves.leaves:
            for match in _find(condition, leaf.page, scene):
                count += 1
                marks += leaf.mark(match.start, match.end)
    return by_marks(marks, holds=count >= condition.at_least, unknown=unknown)


def _find(condition: EntityIs, page: Page, scene: Scene) -> Sequence[Match]:
    near = scene.find(page, condition.near) if condition.near else ()
    if condition.near and not near:
        return ()
    matches: Sequence[Match] = scene.shown(page, condition.kinds)
    if not matches:
        return ()
    if near:
        matches, _ = pairs(matches, near, page.columns, condition.within, "either")
    return uncancelled(matches, condition.unless, page, scene)
