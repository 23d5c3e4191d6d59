"""What existence, proximity and entity share: whose a match is, whether it is quoted, what cancels it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from postil.engine.match import Match
from postil.engine.page import Page
from postil.engine.reach import Neighbours
from postil.engine.scene import Scene
from postil.engine.uses import POSSESSIVES
from postil.model.condition import Existence, Proximity, Unless

_BEFORE = 3  # words in which the possessive may stand


def pick(condition: Existence | Proximity, page: Page, scene: Scene) -> Sequence[Match]:
    """Return the matches of a condition's terms that its owner, quotation and exceptions let through."""
    matches: Sequence[Match] = scene.find(page, condition.terms)
    if matches and condition.owner:
        matches = _mine(matches, page, scene)
    if matches and not condition.quoted:
        matches = [match for match in matches if not page.is_quoted(match.start, match.start + 1)]
    return uncancelled(matches, condition.unless, page, scene)


def uncancelled(
    matches: Sequence[Match], unless: tuple[Unless, ...], page: Page, scene: Scene
) -> Sequence[Match]:
    """Return the matches that nothing cancels."""
    for rule in unless:
        if not matches:
            break
        cancelling = Neighbours(scene.find(page, (rule.terms,)), page.columns)
        matches = [match for match in matches if not cancelling.near(match, rule.within, rule.side)]
    return matches


def _mine(matches: Sequence[Match], page: Page, scene: Scene) -> Sequence[Match]:
    possessives = scene.find(page, (POSSESSIVES,))
    firsts = [one.first for one in possessives]
    sentences = page.columns.sentences

    def is_mine(match: Match) -> bool:
        for at in range(bisect_left(firsts, match.first - _BEFORE), len(possessives)):
            one = possessives[at]
            if one.first >= match.last:
                return False
            if one.last <= match.last and sentences[one.first] == sentences[match.last - 1]:
                return True
        return False

    return [match for match in matches if match.first < match.last and is_mine(match)]
