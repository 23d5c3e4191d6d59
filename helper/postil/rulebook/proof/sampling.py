"""Terms taken out at random: which share of them does some example need?"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from postil.engine import fullscan
from postil.engine.entry import Term
from postil.engine.phrase import parse
from postil.model.condition import Place
from postil.model.policy import Rulebook
from postil.model.topic import TermList
from postil.rulebook.proof.agreement import named_lists, with_references
from postil.rulebook.proof.bench import Bench
from postil.rulebook.proof.play import Play, failures

_PLACES: tuple[Place, ...] = ("post", "bio", "alt", "file-name", "name", "handle", "reply")


@dataclass(frozen=True, slots=True)
class Sampled:
    """A term that was taken out of its list, and whether an example failed without it."""

    terms: str
    language: str
    phrase: str
    needed: bool


def sample(bench: Bench, plays: Sequence[Play], count: int, seed: int = 0) -> Iterator[Sampled]:
    """Take `count` terms out, one at a time, of the lists that topics look for."""
    lists = bench.rulebook.terms
    uses = {
        name: [play for play in plays if name in with_references(named_lists(play.topic.cases), lists)]
        for name in sorted(with_references(set().union(*(named_lists(p.topic.cases) for p in plays)), lists))
    }
    every = [
        (lists[name], language, phrase)
        for name in uses
        for language, phrases in sorted(lists[name].phrases.items())
        for phrase in phrases
    ]
    chosen = random.Random(seed).sample(every, min(count, len(every)))  # noqa: S311 - a sample, no secret
    for one, language, phrase in chosen:
        needed = _is_needed(bench, one, language, phrase, uses[one.id])
        yield Sampled(one.id, language, phrase, needed)


def _is_needed(bench: Bench, one: TermList, language: str, phrase: str, plays: Sequence[Play]) -> bool:
    """Whether an example that the term stands in comes out wrong without it."""
    touched = [play for play in plays if _stands_in(phrase, play)]
    if not touched:
        return False
    poorer = Bench(_without(bench.rulebook, one, language, phrase))
    return any(
        next(failures(play.example, poorer.play(poorer.read(play.act.scene.draft), play.topic)), None)
        for play in touched
    )


def _stands_in(phrase: str, play: Play) -> bool:
    scene = play.act.scene
    term = [Term(parse(phrase))]
    return any(
        fullscan.matches(leaf.page, term, (), scene.matches(leaf.page), _always)
        for place in _PLACES
        for leaf in scene.leaves(place).leaves
    )


def _always(_match: object, _language: str) -> bool:
    return True


def _without(rulebook: Rulebook, one: TermList, language: str, phrase: str) -> Rulebook:
    """The rulebook with one term gone."""
    kept = tuple(other for other in one.phrases[language] if other != phrase)
    poorer = replace(one, phrases=one.phrases | {language: kept})
    return replace(rulebook, terms=rulebook.terms | {one.id: poorer})
