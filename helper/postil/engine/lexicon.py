"""All term lists, compiled: one index that every policy shares, and a small one for each policy's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from graphlib import CycleError, TopologicalSorter

from postil.engine import phrase as language
from postil.engine.entry import Term
from postil.engine.index import Index
from postil.engine.masked import MaskedWords
from postil.engine.match import Match
from postil.engine.page import Page
from postil.engine.patterns import PatternFinder
from postil.engine.step import Phrase, Step
from postil.model.policy import Policy, Rulebook
from postil.model.topic import ANY_LANGUAGE, TermList

OWN = ("own-names", "own-handles", "own-domains")
"""The lists that a policy always fills."""

Matches = Mapping[str, tuple[Match, ...]]
"""List id -> its matches on one page, in order of the text. A list without any is absent."""

Unsure = Callable[[Match, str], bool]


class Lexicon:
    """The compiled term lists of a rulebook; those of a policy are compiled when it is first asked for."""

    def __init__(
        self, rulebook: Rulebook, wanted: Iterable[str], common: frozenset[str] = frozenset()
    ) -> None:
        """Compile what all policies share.

        Args:
            rulebook: The rules.
            wanted: The lists that somebody asks about; those they refer to come along, others are left out.
            common: Words that every text holds, which make poor anchors.

        Raises:
            ValueError: term lists refer to each other in a ring.
        """
        self._policies = rulebook.policies
        self._parsed: dict[str, tuple[list[Term], list[Term]]] = {}
        refs: dict[str, frozenset[str]] = {}
        rest = {*wanted, *_vocabulary(rulebook)}
        while rest:
            name = rest.pop()
            if name in rulebook.terms and name not in self._parsed:
                self._parsed[name] = terms_of(rulebook.terms[name])
                refs[name] = _refs(*self._parsed[name])
                rest |= refs[name]
        self._lists = {name: rulebook.terms[name] for name in self._parsed}
        own = {*OWN, *(one.id for policy in self._policies.values() for one in policy.vocabulary)}
        self._open = own | _dependents(own, refs)
        self._shared, masked = Index(common), MaskedWords()
        for name in _ordered(set(self._lists) - self._open, refs):
            _add(self._shared, masked, self._lists[name], self._parsed.pop(name))
        self._indexes: dict[str, Index] = {}

    @property
    def rates(self) -> Mapping[str, float]:
        """How often the shared lists turn up: rough shares of all tokens."""
        return self._shared.rates

    def matches(self, page: Page, policy: str, unsure: Unsure) -> Matches:
        """Return where each list stands on a page, under a policy."""
        index = self._indexes.get(policy)
        if index is None:
            index = self._indexes[policy] = self._compile(self._policies.get(policy))
        return index.match(page, unsure)

    def _compile(self, policy: Policy | None) -> Index:
        lists = {name: self._lists[name] for name in self._open & set(self._lists)}
        parsed = {name: self._parsed[name] for name in lists}
        for one in own_lists(policy) if policy else ():
            whole = _join(lists[one.id], one) if one.id in lists else one
            lists[one.id], parsed[one.id] = whole, terms_of(whole)
        refs = {name: _refs(*both) for name, both in parsed.items()}
        index = self._shared.copy()
        masked = MaskedWords()
        for name in _ordered(set(lists), refs):
            _add(index, masked, lists[name], parsed[name])
        return index


def _add(index: Index, masked: MaskedWords, one: TermList, parsed: tuple[list[Term], list[Term]]) -> None:
    terms, exceptions = parsed
    index.add(one.id, terms, exceptions)
    if one.masked:
        masked.add(one.id, *_single_words(term.phrase for term in terms))
        index.add_finder(one.id, partial(masked.find, one.id))
    for pattern in one.patterns:
        index.add_finder(one.id, PatternFinder(pattern.pattern).find)


def _vocabulary(rulebook: Rulebook) -> Iterable[str]:
    """Yield the lists that a policy's own words refer to."""
    for policy in rulebook.policies.values():
        for one in policy.vocabulary:
            yield from _refs(*terms_of(one))


def terms_of(one: TermList) -> tuple[list[Term], list[Term]]:
    """Return the terms of a list and its exceptions, read.

    Raises:
        PhraseError: a phrase cannot be read; the rulebook reports those before the engine sees them.
    """
    terms = []
    for code, phrases in one.phrases.items():
        doubtful = frozenset(one.ambiguous.get(code, ()))
        terms += [
            Term(_read(one.id, text), code if text in doubtful and code != ANY_LANGUAGE else None)
            for text in phrases
        ]
    return terms, [Term(language.parse(text)) for phrases in one.exceptions.values() for text in phrases]


def _read(name: str, text: str) -> Phrase:
    return language.domain(text) if name == "own-domains" else language.parse(text)


def own_lists(policy: Policy) -> tuple[TermList, ...]:
    """Return what a policy says itself: its vocabulary, and its names, handles and domains as lists."""
    lists = {one.id: one for one in policy.vocabulary}
    given_handles = lists["own-handles"].phrases if "own-handles" in lists else {}
    handles = tuple(handle for phrases in given_handles.values() for handle in phrases)
    for name, phrases in (("own-names", policy.names + handles), ("own-domains", policy.domains)):
        given = TermList(id=name, about="", phrases={ANY_LANGUAGE: phrases}, exceptions={}, ambiguous={})
        lists[name] = _join(given, lists[name]) if name in lists else given
    return tuple(lists.values())


def _join(one: TermList, other: TermList) -> TermList:
    return replace(
        one,
        phrases=_both(one.phrases, other.phrases),
        exceptions=_both(one.exceptions, other.exceptions),
        ambiguous=_both(one.ambiguous, other.ambiguous),
        patterns=one.patterns + other.patterns,
        masked=one.masked or other.masked,
    )


def _both(one: dict[str, tuple[str, ...]], other: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {code: one.get(code, ()) + other.get(code, ()) for code in {**one, **other}}


def _refs(terms: Iterable[Term], exceptions: Iterable[Term]) -> frozenset[str]:
    return frozenset(ref for group in (terms, exceptions) for term in group for ref in term.phrase.refs())


def _dependents(own: set[str], refs: Mapping[str, frozenset[str]]) -> set[str]:
    """Return the lists that refer to one of `own`, by way of others too."""
    found = set(own)
    while more := {name for name, targets in refs.items() if name not in found and targets & found}:
        found |= more
    return found - own


def _ordered(names: set[str], refs: Mapping[str, frozenset[str]]) -> list[str]:
    """Return the lists so that each follows those it refers to; the order of the files plays no part."""
    graph = {name: sorted(refs.get(name, frozenset()) & names) for name in sorted(names)}
    try:
        return list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        raise ValueError(f"Term lists refer to each other in a ring: {', '.join(error.args[1])}.") from error


def _single_words(phrases: Iterable[Phrase]) -> tuple[set[str], set[str]]:
    words: set[str] = set()
    stems: set[str] = set()
    for phrase in phrases:
        for row in phrase.rows:
            if len(row) == 1 and isinstance(row[0], str):
                words.add(row[0])
            elif len(row) == 1 and isinstance(row[0], Step):
                words |= row[0].words
                stems.update(row[0].prefixes)
    return words, stems
