"""`existence`: a term stands there."""

from __future__ import annotations

from postil.engine.conditions.filters import pick
from postil.engine.conditions.verdict import Verdict, by_marks
from postil.engine.scene import Scene
from postil.model.condition import Existence
from postil.model.finding import Mark


def judge(condition: Existence, scene: Scene) -> Verdict:
    """Say whether a term of the lists stands in any of the places."""
    marks: list[Mark] = []
    unknown: tuple[str, ...] = ()
    holds = False
    for place in condition.places:
        leaves = scene.leaves(place)
        unknown += leaves.unknown
        for leaf in leaves.leaves:
            for match in pick(condition, leaf.page, scene):
                holds = True
                marks += leaf.mark(match.start, match.end) if condition.marks else ()
    return by_marks(marks, holds=holds, unknown=unknown)
