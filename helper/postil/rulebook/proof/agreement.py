"""The index against the slow truth: for a topic's own lists, every row tried at every word of an example."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from itertools import product

from postil.engine import fullscan
from postil.engine.entry import Term
from postil.engine.lexicon import terms_of
from postil.engine.phrase import parse
from postil.model.condition import Place
from postil.model.policy import Rulebook
from postil.model.topic import TermList, Topic
from postil.rulebook.proof.bench import Act, Bench

_PLACES: tuple[Place, ...] = ("post", "bio", "alt", "reply")
_PAGES = 4
"""On so many pages a list is tried that it stands on, and on so many that it does not."""
_KEYS = ("terms", "near", "named", "shows")


class SlowTruth:
    """The shared term lists, each parsed when it is first asked for."""

    def __init__(self, rulebook: Rulebook, *, thorough: bool = False) -> None:
        """Leave out what finds by other means than rows, and what a policy says itself.

        Args:
            rulebook: The rules, free of problems.
            thorough: Try every list on every example of its topics, which takes minutes.
        """
        own = {one.id for policy in rulebook.policies.values() for one in policy.vocabulary}
        self._lists = {
            name: one
            for name, one in rulebook.terms.items()
            if not (one.masked or one.misspelt or one.patterns or name in own or name.startswith("own-"))
        }
        self._parsed: dict[str, tuple[list[Term], list[Term]]] = {}
        self._tried: Counter[tuple[str, bool]] = Counter()
        self._most = sys.maxsize if thorough else _PAGES

    def disagreements(self, bench: Bench, act: Act, topic: Topic) -> Iterator[tuple[str, str]]:
        """Sentence and hint for every list of the topic that the two find differently in a draft."""
        names = sorted(with_references(named_lists(topic), self._lists))
        pages = [leaf.page for place in _PLACES for leaf in act.scene.leaves(place).leaves]
        for name, page in product(names, pages):
            found = act.scene.matches(page)
            self._tried[name, name in found] += 1
            if self._tried[name, name in found] > self._most:
                continue
            terms, exceptions = self._terms(name)
            slow = fullscan.matches(page, terms, exceptions, found, bench.unsure(page))
            if set(slow) != set(found.get(name, ())):
                yield f"The index and the full scan differ on `{name}`.", "This is a fault of the engine."

    def _terms(self, name: str) -> tuple[list[Term], list[Term]]:
        if name not in self._parsed:
            self._parsed[name] = terms_of(self._lists[name])
        return self._parsed[name]


def with_references(names: AbstractSet[str], lists: Mapping[str, TermList]) -> set[str]:
    """The lists by these names that there are, and all that they refer to."""
    found: set[str] = set()
    waiting = [name for name in names if name in lists]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            columns = (*lists[name].phrases.values(), *lists[name].exceptions.values())
            phrases = (phrase for column in columns for phrase in column if "{" in phrase)
            waiting += [ref for phrase in phrases for ref in parse(phrase).refs() if ref in lists]
    return found


def named_lists(part: object) -> set[str]:
    """Every term list that a topic's conditions name."""
    found: set[str] = set()
    if isinstance(part, tuple):
        return found.union(*map(named_lists, part))
    if not is_dataclass(part) or isinstance(part, TermList):
        return found
    for field in fields(part):
        value = getattr(part, field.name)
        if field.name in _KEYS:
            found.update((value,) if isinstance(value, str) else value)
        elif field.name not in ("examples", "draft"):
            found |= named_lists(value)
    return found
