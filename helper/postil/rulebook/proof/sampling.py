"""Terms taken out at random: which share of them does some example need?"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from postil.engine import fullscan
from postil.engine.entry import Term
from postil.engine.phrase import parse
from postil.model import condition as kinds
from postil.model.condition import Place
from postil.model.policy import Rulebook
from postil.model.topic import TermList, Topic
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
    topics = {play.topic.id: play.topic for play in plays}
    named = {name: with_references(named_lists(topic.cases), lists) for name, topic in topics.items()}
    uses = {
        name: [play for play in plays if name in named[play.topic.id]]
        for name in sorted(set().union(*named.values()))
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
    rulebook = _without(bench.rulebook, one, language, phrase)
    for topic in {play.topic.id: play.topic for play in touched}.values():
        poorer = Bench(replace(rulebook, topics=that_matter(topic, rulebook)))
        for play in touched:
            if play.topic.id == topic.id:
                outcome = poorer.play(poorer.read(play.act.scene.draft), topic)
                if any(True for _ in failures(play.example, outcome)):
                    return True
    return False


def that_matter(topic: Topic, rulebook: Rulebook) -> dict[str, Topic]:
    """A topic and those that it yields to: no other has a say in what becomes of it."""
    found: dict[str, Topic] = {}
    waiting = [topic.id]
    while waiting:
        name = waiting.pop()
        if name in rulebook.topics and name not in found:
            found[name] = rulebook.topics[name]
            waiting += [*rulebook.topics[name].yields_to, *_judged(rulebook.topics[name], rulebook)]
    return found


def _judged(topic: Topic, rulebook: Rulebook) -> Iterator[str]:
    """The topics by which what is shared would itself be judged."""
    conditions = [*(case.when for case in topic.cases), *(one.when for one in topic.exceptions)]
    while conditions:
        condition = conditions.pop()
        match condition:
            case kinds.All() | kinds.Any():
                conditions += condition.parts
            case kinds.Not():
                conditions.append(condition.part)
            case kinds.WouldFlag():
                yield from condition.topics or rulebook.topics
            case _:
                pass


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
    return replace(rulebook, terms={**rulebook.terms, one.id: poorer})
