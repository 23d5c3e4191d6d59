"""All term lists, compiled for each policy: those its topics ask about, and those it fills itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from postil.engine import phrase as language
from postil.engine.collector import paused
from postil.engine.compiled import Compiled, Words, freeze, thaw
from postil.engine.entry import Term
from postil.engine.found import Found, Unsure
from postil.engine.hashtags import Parter
from postil.engine.index import Index
from postil.engine.masked import MaskedWords
from postil.engine.misspelt import MisspeltWords
from postil.engine.own_lists import join, own_lists
from postil.engine.page import Page
from postil.engine.patterns import PatternFinder
from postil.engine.respaced import Respacing
from postil.engine.rewrites import written_names
from postil.engine.spoken import Languages, Spoken
from postil.engine.step import Phrase, Step
from postil.engine.uses import lists_of
from postil.model.policy import Policy, Rulebook
from postil.model.topic import ANY_LANGUAGE, TermList, Topic

Parsed = tuple[list[Term], list[Term]]
"""The terms of a list and its exceptions, read."""


class Lexicon:
    """The term lists of a rulebook, read when first asked for and compiled policy by policy."""

    def __init__(
        self,
        rulebook: Rulebook,
        topics: Iterable[Topic],
        common: frozenset[str] = frozenset(),
        kept: Mapping[str, bytes] | None = None,
    ) -> None:
        """Compile nothing yet.

        Args:
            rulebook: The rules.
            topics: Those that may be judged; lists that none of them names are never compiled.
            common: Words that every text holds, which make poor anchors.
            kept: What was kept of these very lists, by policy.
        """
        self._lists = rulebook.terms
        self._policies = rulebook.policies
        self._topics = tuple(topics)
        self._common = common
        self._parsed: dict[str, Parsed] = {}
        self._kept = kept or {}
        self._compiled: dict[tuple[str, bool], Compiled] = {}
        self._languages: dict[str, Languages] = {}
        self._parters: dict[str, Parter] = {}

    def matches(self, page: Page, policy: str, unsure: Unsure, *, whole: bool = False) -> Found:
        """Return where the lists stand on a page under a policy: those its topics ask about, or the `whole` of them.

        Raises:
            ValueError: term lists refer to each other in a ring.
        """
        return self._of(policy, whole=whole).lists.match(page, unsure)

    def mend(self, page: Page, policy: str, *, whole: bool = False) -> None:
        """Cut a page anew where its spaces were moved, before anything is looked for on it."""
        self._of(policy, whole=whole).respacing.mend(page)

    def rates(self, policy: str) -> Mapping[str, float]:
        """How often the lists of a policy's topics turn up: rough shares of all tokens."""
        return self._of(policy, whole=False).lists.rates

    def languages(self, policy: Policy) -> Languages:
        """Return the languages in which every topic of a policy that looks for words can find some."""
        if policy.id not in self._languages:
            kept = self._of(policy.id, whole=False).words
            self._languages[policy.id] = kept.languages if kept else self._spoken(policy)
        return self._languages[policy.id]

    def parter(self, policy: Policy) -> Parter:
        """Return what parts hashtags under a policy."""
        if policy.id not in self._parters:
            kept = self._of(policy.id, whole=False).words
            self._parters[policy.id] = kept.parter if kept else Parter(written_names(policy), self._lists)
        return self._parters[policy.id]

    def freeze(self, policy: Policy) -> bytes:
        """Return what is worth keeping of a policy's lists, for `kept`."""
        return freeze(
            self._of(policy.id, whole=False)._replace(
                words=Words(self.languages(policy), self.parter(policy))
            )
        )

    def _spoken(self, policy: Policy) -> Languages:
        named = {clause.topic for clause in policy.clauses}
        return Spoken(self._lists).of_all(one for one in self._topics if one.id in named)

    def _of(self, policy: str, *, whole: bool) -> Compiled:
        compiled = self._compiled.get((policy, whole))
        if compiled is None:
            with paused():
                compiled = (None if whole else self._thaw(policy)) or self._compile(
                    self._policies.get(policy), whole=whole
                )
            self._compiled[policy, whole] = compiled
        return compiled

    def _thaw(self, policy: str) -> Compiled | None:
        try:
            return thaw(self._kept[policy], self._common) if policy in self._kept else None
        except ValueError:
            return None

    def _compile(self, policy: Policy | None, *, whole: bool) -> Compiled:
        named = {clause.topic for clause in policy.clauses} if policy else set()
        wanted = lists_of(topic for topic in self._topics if whole or topic.id in named)
        lists: dict[str, TermList] = {}
        parsed: dict[str, Parsed] = {}
        own = {one.id: one for one in own_lists(policy)} if policy else {}
        refers: dict[str, frozenset[str]] = {}
        rest = {*wanted, *own}
        while rest:
            name = rest.pop()
            if name not in lists and (name in own or name in self._lists):
                lists[name], parsed[name] = self._read(name, own.get(name))
                refers[name] = _refs(parsed[name])
                rest |= refers[name]
        index, masked, misspelt = Index(self._common), MaskedWords(), MisspeltWords()
        known, keys = set[str](), set[str]()
        for name in _ordered(refers):
            terms, exceptions = parsed[name]
            index.add(name, terms, exceptions)
            known.update(_words(term.phrase for term in (*terms, *exceptions)))
            if lists[name].masked or lists[name].misspelt:
                words, stems = _single_words(term.phrase for term in terms)
                if lists[name].masked:
                    masked.add(name, words, stems)
                if lists[name].misspelt:
                    misspelt.add(name, words)
                    keys |= words
            for pattern in lists[name].patterns:
                index.add_pattern(name, PatternFinder(pattern.pattern))
        return Compiled(index, masked, misspelt, Respacing(known, keys, self._common)).join()

    def _read(self, name: str, own: TermList | None) -> tuple[TermList, Parsed]:
        """Return a list, with what a policy adds to it, and its terms."""
        if own is not None:
            one = join(self._lists[name], own) if name in self._lists else own
            return one, terms_of(one)
        if name not in self._parsed:
            self._parsed[name] = terms_of(self._lists[name])
        return self._lists[name], self._parsed[name]


def terms_of(one: TermList) -> Parsed:
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


def _refs(parsed: Parsed) -> frozenset[str]:
    return frozenset(ref for group in parsed for term in group for ref in term.phrase.refs())


def _ordered(refers: Mapping[str, frozenset[str]]) -> list[str]:
    """Return the lists so that each follows those it refers to; the order of the files plays no part."""
    graph = {name: sorted(refers[name] & refers.keys()) for name in sorted(refers)}
    try:
        return list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        raise ValueError(f"Term lists refer to each other in a ring: {', '.join(error.args[1])}.") from error


def _words(phrases: Iterable[Phrase]) -> Iterator[str]:
    for phrase in phrases:
        for row in phrase.rows:
            for element in row:
                if isinstance(element, str):
                    yield element
                elif isinstance(element, Step):
                    yield from element.words


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
