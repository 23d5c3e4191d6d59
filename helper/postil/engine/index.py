"""The token index: every row of every list stands under one anchor; a text asks only about its own words.

An anchor is derived, never written: the row's rarest step. Single words, most of all terms, need no more
than the look-up itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush

from postil.engine.affixes import Inners, Stems
from postil.engine.anchor import Rates
from postil.engine.bundle import Bundle
from postil.engine.entry import Entry, Term, unfold, with_hashtags
from postil.engine.ground import Ground, hosts
from postil.engine.match import Hit, Match, settle
from postil.engine.page import Page
from postil.engine.slots import SLOT_OF_KIND, names
from postil.engine.step import Element, Step

Finder = Callable[[Page], Mapping[str, Sequence[Match]]]
"""Finds matches of lists, by their names, in a way of its own: patterns, masked words."""

_Waiting = dict[int, list[tuple[Entry, int, int]]]
"""A list's place -> rows that may stand there, each with the tokens `[first, last)` of its anchor."""


class Index:
    """Lists, in an order in which each comes after the lists it refers to."""

    def __init__(self, common: frozenset[str] = frozenset()) -> None:
        """Begin without lists; `common` words, which every text holds, make poor anchors."""
        self.rates: dict[str, float] = {}
        self._rates = Rates(common, self.rates)
        self.names: list[str] = []
        self._cancels: dict[int, int] = {}  # a list's place -> the place of its exceptions
        self._words: dict[str, list[Entry]] = {}
        self._slots: dict[str, list[Entry]] = {}
        self._hosts: dict[str, list[Entry]] = {}
        self._refs: dict[str, list[Entry]] = {}
        self._prefixes: Stems[Entry] = Stems()
        self._suffixes: Stems[Entry] = Stems()
        self._infixes: Inners[Entry] = Inners()
        self._finders: list[Finder] = []
        self._places: dict[str, int] = {}
        self._bundles: dict[str, Bundle] = {}

    def add(self, name: str, terms: Iterable[Term], exceptions: Iterable[Term] = ()) -> None:
        """Add a list after those it refers to. Its exceptions become a list of their own just before it."""
        cancelling = list(exceptions)
        if cancelling:
            self._cancels[len(self.names) + 1] = len(self.names)
            self._add_one(f"{name} except", cancelling)
        self._add_one(name, terms)

    def add_finder(self, finder: Finder) -> None:
        """Let lists that were added also find matches in a way of their own."""
        self._finders.append(finder)

    def match(self, page: Page, unsure: Callable[[Match, str], bool]) -> dict[str, tuple[Match, ...]]:
        """Return the matches of every list that has any.

        `unsure(match, language)` says whether an ambiguous term of that language may count where it stands.
        """
        found: dict[str, tuple[Match, ...]] = {}
        ground = Ground(page, found)
        waiting = self._look_up(ground)
        extra = self._find(page)
        for place in extra:
            waiting.setdefault(place, [])
        rest = list(waiting)
        heapify(rest)
        cancelled: dict[int, tuple[Match, ...]] = {}
        while rest:
            place = heappop(rest)
            hits = [*_hits(waiting[place], ground, found), *map(Hit, extra.get(place, ()))]
            hits = [hit for hit in hits if hit.doubt is None or unsure(hit.match, hit.doubt)]
            cancels = place + 1 in self._cancels
            matches = (
                settle(hits, cancelled.get(self._cancels.get(place, -1), ()), wide=cancels) if hits else ()
            )
            if matches and cancels:
                cancelled[place] = matches
            elif matches:
                found[self.names[place]] = matches
                for other in self._call(self.names[place], ground, matches, waiting):
                    heappush(rest, other)
        return found

    def _find(self, page: Page) -> dict[int, list[Match]]:
        """Return what the finders find, by the places of their lists."""
        extra: dict[int, list[Match]] = {}
        for finder in self._finders:
            for name, matches in finder(page).items():
                if matches:
                    extra.setdefault(self._places[name], []).extend(matches)
        return extra

    def _call(self, name: str, ground: Ground, matches: Sequence[Match], waiting: _Waiting) -> Iterator[int]:
        """Set the rows waiting that are anchored on a list whose matches are known; yield the new places."""
        for one in self._refs.get(name, ()):
            need = (one.gate or one.make_gate()).need
            if need is not None and need.isdisjoint(ground.present):
                continue
            if one.place not in waiting:
                waiting[one.place] = []
                yield one.place
            waiting[one.place] += [
                (one, match.first, match.last) for match in matches if match.first < match.last
            ]

    def _look_up(self, ground: Ground) -> _Waiting:
        waiting: _Waiting = {}
        seen: dict[tuple[str, str], Bundle] = {}
        for token, key in enumerate(zip(ground.folds, ground.columns.kinds, strict=True)):
            bundle = seen.get(key)
            if bundle is None:
                bundle = seen[key] = self._bundle(*key)
            if bundle is _NOTHING:
                continue
            for one, need, _, _ in bundle.open_gates(ground.bare, token):
                if need is None or not need.isdisjoint(ground.bags[token]):
                    waiting.setdefault(one.place, []).append((one, token, token + 1))
        if "Name" in self._slots:
            for token in names(ground.page):
                for one in self._slots["Name"]:
                    waiting.setdefault(one.place, []).append((one, token, token + 1))
        return waiting

    def _bundle(self, fold: str, kind: str) -> Bundle:
        """Return the bundle of a token; those of the lists' own words are kept, a text's other words are not."""
        if kind == "word" and fold in self._bundles:
            return self._bundles[fold]
        entries = self._entries(fold, kind)
        bundle = Bundle(entries) if entries else _NOTHING
        if kind == "word" and fold in self._words:
            self._bundles[fold] = bundle
        return bundle

    def _entries(self, fold: str, kind: str) -> list[Entry]:
        """Return the entries whose anchor a token may be; whether a word is a name, its place decides."""
        found = self._words.get(fold, [])
        if kind == "word":
            if (
                self._prefixes.may_begin(fold)
                or self._suffixes.may_begin(fold[::-1])
                or self._infixes.may_hold(fold)
            ):
                found = [*found]
                self._prefixes.find(fold, found)
                self._suffixes.find(fold[::-1], found)
                self._infixes.find(fold, found)
            return found
        found = [*found, *self._slots.get(SLOT_OF_KIND.get(kind, ""), ())]
        if kind in ("url", "email"):
            for host in hosts(fold):
                found += self._hosts.get(host, ())
            return found
        self._prefixes.find(fold, found)
        if kind == "hashtag":
            fold = fold[1:]
            found += self._words.get(fold, ())
            self._prefixes.find(fold, found)
        if kind != "mention":
            self._suffixes.find(fold[::-1], found)
            self._infixes.find(fold, found)
        return found

    def _add_one(self, name: str, terms: Iterable[Term]) -> None:
        place = len(self.names)
        self.names.append(name)
        self._places[name] = place
        rates = self._rates
        total = 0.0
        for term in dict.fromkeys(terms):  # many stand in the columns of two languages
            for row in with_hashtags(term.phrase.rows):
                at, rate = rates.weigh(row)
                total += rate
                self._keep(row[at], Entry(place, row, at, term, rates))
        self.rates[name] = min(1.0, total)

    def _keep(self, anchor: Element, one: Entry) -> None:
        if isinstance(anchor, str):
            self._words.setdefault(anchor, []).append(one)
        elif isinstance(anchor, Step):
            for table, keys in (
                (self._words, anchor.words),
                (self._slots, anchor.slots),
                (self._hosts, (host.partition("/")[0] for host in anchor.hosts)),
                (self._refs, anchor.refs),
            ):
                for key in keys:
                    table.setdefault(key, []).append(one)
            for stem in anchor.prefixes:
                self._prefixes.add(stem, one)
            for stem in anchor.suffixes:
                self._suffixes.add(stem[::-1], one)
            for stem in anchor.infixes:
                self._infixes.add(stem, one)


_NOTHING = Bundle(())


def _hits(
    anchored: Iterable[tuple[Entry, int, int]], ground: Ground, found: Mapping[str, tuple[Match, ...]]
) -> list[Hit]:
    """Return where the rows of one list stand."""
    hits: list[Hit] = []
    stands: dict[Entry, bool] = {}
    starts, ends = ground.columns.starts, ground.columns.ends
    for one, first, last in anchored:
        if one.single:  # two in three; `ground.match` in place
            hits.append(Hit(Match(starts[first], ends[last - 1], first, last)))
            continue
        if one not in stands:
            stands[one] = not any(found.keys().isdisjoint(refs) for refs in one.questions.refs)
        if stands[one]:
            hits += unfold(ground, one, first, last)
    return hits
