"""`occurrence`: so many matches, over the places together."""

from __future__ import annotations

from postil.engine.conditions.verdict import NO, Verdict, not_seen
from postil.engine.match import Match
from postil.engine.scene import Scene
from postil.model.condition import Occurrence
from postil.model.finding import Mark


def judge(condition: Occurrence, scene: Scene) -> Verdict:
    """Count the matches that do not overlap. What was not seen can only add to them."""
    marks: list[Mark] = []
    unknown: tuple[str, ...] = ()
    count = 0
    for place in condition.places:
        leaves = scene.leaves(place)
        unknown += leaves.unknown
        for leaf in leaves.leaves:
            for match in _apart(scene.find(leaf.page, condition.terms)):
                count += 1
                marks += leaf.mark(match.start, match.end)
    most = condition.at_most
    if most is not None and count > most:
        return NO
    if unknown and (count < condition.at_least or most is not None):
        return not_seen(*unknown)
    return Verdict(truth=True, marks=tuple(marks)) if count >= condition.at_least else NO


def _apart(matches: tuple[Match, ...]) -> list[Match]:
    """Return the matches without those that overlap an earlier one, or a longer one at the same start."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda match: (match.start, -match.end)):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return kept
