"""`proximity`: two terms within reach of one another."""

from __future__ import annotations

from postil.engine.conditions.filters import pick
from postil.engine.conditions.verdict import Verdict, by_marks
from postil.engine.reach import pairs
from postil.engine.scene import Scene
from postil.model.condition import Proximity
from postil.model.finding import Mark


def judge(condition: Proximity, scene: Scene) -> Verdict:
    """Say whether a match of the terms and one of `near` stand within reach; both are marked."""
    marks: list[Mark] = []
    holds = False
    unknown: tuple[str, ...] = ()
    for place in condition.places:
        leaves = scene.leaves(place)
        unknown += leaves.unknown
        for leaf in leaves.leaves:
            near = scene.find(leaf.page, condition.near)
            terms = pick(condition, leaf.page, scene) if near else ()
            if terms:
                both = pairs(terms, near, leaf.page.columns, condition.within, condition.side)
                holds = holds or bool(both[0])
                for match in (*both[0], *both[1]):
                    marks += leaf.mark(match.start, match.end)
    return by_marks(marks, holds=holds, unknown=unknown)
