"""`absence`: no term stands in any of the places."""

from __future__ import annotations

from postil.engine.conditions.verdict import NO, YES, Verdict, not_said
from postil.engine.scene import Scene
from postil.model.condition import Absence


def judge(condition: Absence, scene: Scene) -> Verdict:
    """Say whether every place is free of the terms; a place that was not seen leaves it open."""
    unknown: tuple[str, ...] = ()
    for place in condition.places:
        leaves = scene.leaves(place)
        unknown += leaves.unknown
        if any(scene.find(leaf.page, condition.terms) for leaf in leaves.leaves):
            return NO
    return not_said(*unknown) if unknown else YES
