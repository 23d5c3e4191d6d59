"""The slow truth: every row tried at every token. It shares no look-up with the index, and must agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from postil.engine.entry import Term, with_hashtags
from postil.engine.ground import Ground
from postil.engine.match import Hit, Match, settle
from postil.engine.page import Page


def matches(
    page: Page,
    terms: Iterable[Term],
    exceptions: Iterable[Term],
    earlier: Mapping[str, tuple[Match, ...]],
    unsure: Callable[[Match, str], bool],
) -> tuple[Match, ...]:
    """Return the matches of one list, given those of the lists it refers to."""
    ground = Ground(page, earlier)
    cancelling = settle(_hits(ground, exceptions, unsure), (), wide=True)
    return settle(_hits(ground, terms, unsure), cancelling)


def _hits(ground: Ground, terms: Iterable[Term], unsure: Callable[[Match, str], bool]) -> Iterator[Hit]:
    for phrase, doubt in terms:
        for row in with_hashtags(phrase.rows):
            loose = any(isinstance(element, int) for element in row)
            for first in range(len(ground.folds)):
                for last in ground.after(row, first, ground.reach(first)):
                    match = ground.match(first, last)
                    if ground.stands(first, last, phrase.starts, phrase.ends) and (
                        doubt is None or unsure(match, doubt)
                    ):
                        yield Hit(match, loose, doubt)
