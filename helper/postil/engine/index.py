"""The token index: every row of every list stands under one anchor; a text asks only about its own words.

An anchor is derived, never written: the row's rarest step. Single words, most of all terms, need no more
than the look-up itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from postil.engine.affixes import Inners, Stems
from postil.engine.anchor import Rates
from postil.engine.bundle import Bundle
from postil.engine.entry import Entry, Term, with_hashtags
from postil.engine.found import Found, Signs, Unsure
from postil.engine.ground import Ground, hosts
from postil.engine.match import Match
from postil.engine.page import Page
from postil.engine.patterns import PatternFinder
from postil.engine.roll import Caller, Roll
from postil.engine.slots import SLOT_OF_KIND, names
from postil.engine.step import Element, Step

Finder = Callable[[Page], Mapping[str, Sequence[Match]]]
"""Finds matches of lists, by their names, in a way of its own: masked words."""

_Told = dict[int, list[int]]
_Waiting = dict[int, list[tuple[Entry, int]]]
_NAME = "Name"
_NOTHING = Bundle(())


class Index:
    """Lists, in an order in which each comes after the lists it refers to."""

    def __init__(self, common: frozenset[str] = frozenset()) -> None:
        """Begin without lists; `common` words, which every text holds, make poor anchors."""
        self.rates: dict[str, float] = {}
        self._rates = Rates(common, self.rates)
        self._rolls: list[Roll] = []
        self._by_name: dict[str, Roll] = {}
        self._words: dict[str, list[Entry]] = {}
        self._slots: dict[str, list[Entry]] = {}
        self._hosts: dict[str, list[Entry]] = {}
        self._prefixes: Stems[Entry] = Stems()
        self._suffixes: Stems[Entry] = Stems()
        self._infixes: Inners[Entry] = Inners()
        self._finders: list[Finder] = []
        self._patterns: list[tuple[PatternFinder, int]] = []  # with the bits of the lists that they belong to
        self._called = 0  # the bits of the lists that others' rows are anchored on
        self._bundles: dict[str, Bundle] = {}
        self._of_names: Bundle | None = None

    def add(self, name: str, terms: Iterable[Term], exceptions: Iterable[Term] = ()) -> None:
        """Add a list after those it refers to. Its exceptions become a list of their own just before it."""
        cancelling = list(exceptions)
        cancels = self._add_one(f"{name} except", cancelling) if cancelling else None
        if cancels:
            cancels.cancels = True
        self._add_one(name, terms).exceptions = cancels

    def add_finder(self, finder: Finder) -> None:
        """Let lists that were added also find matches in a way of their own; it is asked about every page."""
        self._finders.append(finder)

    def add_pattern(self, name: str, pattern: PatternFinder) -> None:
        """Let a list that was added find the matches of a pattern too."""
        roll = self._by_name[name]
        roll.patterns.append(pattern)
        self._patterns.append((pattern, 1 << roll.place))

    def match(self, page: Page, unsure: Unsure) -> Found:
        """Return the matches of every list that has any, each list worked out when it is asked for.

        `unsure(match, language)` says whether an ambiguous term of that language may count where it stands.
        """
        return Found(self._by_name, self._rolls, page, self._look_up, unsure)

    def _look_up(self, ground: Ground) -> Signs:
        told: _Told = {}
        waiting: _Waiting = {}
        seen: dict[tuple[str, str], Bundle] = {}
        for token, key in enumerate(zip(ground.folds, ground.columns.kinds, strict=True)):
            bundle = seen.get(key)
            if bundle is None:
                bundle = seen[key] = self._bundle(*key)
            if bundle is not _NOTHING:
                _notice(bundle, ground, token, told, waiting)
        if _NAME in self._slots:
            if self._of_names is None:
                self._of_names = Bundle(self._slots[_NAME])
            for token in names(ground.page):
                _notice(self._of_names, ground, token, told, waiting)
        return self._signs(ground, told, waiting)

    def _signs(self, ground: Ground, told: _Told, waiting: _Waiting) -> Signs:
        """Return what was noticed, with what is found in other ways."""
        found: dict[str, list[Match]] = {}
        for finder in self._finders:
            for name, matches in finder(ground.page).items():
                found.setdefault(name, []).extend(matches)
        possible = 0
        for bits in told:
            possible |= bits
        for name in found:
            possible |= 1 << self._by_name[name].place
        for pattern, bit in self._patterns:
            if not possible & bit and pattern.may_find(ground.page):
                possible |= bit
        return Signs(told, waiting, found, self._possible(possible, waiting, ground.present))

    def _possible(self, possible: int, waiting: _Waiting, present: frozenset[str]) -> int:
        """Return the bits of the lists that may be found: with rows that may stand, or around others' matches."""
        pending: dict[int, list[tuple[int, ...]]] = {}
        rest = possible & self._called
        for place, rows in waiting.items():
            bit = 1 << place
            if not possible & bit:
                pending[place] = [self._bits(one) for one, _ in rows]
                rest |= bit
        while rest:  # each list comes after those that it refers to
            lowest = rest & -rest
            rest ^= lowest
            place = lowest.bit_length() - 1
            if not possible & lowest:
                if not any(all(possible & bits for bits in refs) for refs in pending[place]):
                    continue
                possible |= lowest
            for caller in self._rolls[place].callers:
                bit = 1 << caller.place
                if not possible & bit and not any(map(present.isdisjoint, caller.words)):
                    pending.setdefault(caller.place, []).append(caller.refs)
                    rest |= bit
        return possible

    def _bits(self, one: Entry) -> tuple[int, ...]:
        """Return of each choice of lists that an entry needs the bits."""
        if not one.questions.refs:
            return ()
        return tuple(
            sum(1 << self._by_name[name].place for name in names if name in self._by_name)
            for names in one.questions.refs
        )

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

    def _add_one(self, name: str, terms: Iterable[Term]) -> Roll:
        roll = Roll(name, len(self._rolls))
        self._rolls.append(roll)
        self._by_name[name] = roll
        rates = self._rates
        total = 0.0
        for term in dict.fromkeys(terms):  # many stand in the columns of two languages
            for row in with_hashtags(term.phrase.rows):
                at, rate = rates.weigh(row)
                total += rate
                self._keep(row[at], Entry(roll.place, row, at, term, rates))
        self.rates[name] = min(1.0, total)
        return roll

    def _keep(self, anchor: Element, one: Entry) -> None:
        if isinstance(anchor, str):
            self._words.setdefault(anchor, []).append(one)
        elif isinstance(anchor, Step):
            for table, keys in (
                (self._words, anchor.words),
                (self._slots, anchor.slots),
                (self._hosts, (host.partition("/")[0] for host in anchor.hosts)),
            ):
                for key in keys:
                    table.setdefault(key, []).append(one)
            for stem in anchor.prefixes:
                self._prefixes.add(stem, one)
            for stem in anchor.suffixes:
                self._suffixes.add(stem[::-1], one)
            for stem in anchor.infixes:
                self._infixes.add(stem, one)
            for ref in anchor.refs & self._by_name.keys():
                self._call(self._by_name[ref], one)

    def _call(self, called: Roll, one: Entry) -> None:
        """Keep an entry that is anchored on the matches of another list."""
        self._rolls[one.place].called.setdefault(called.name, []).append(one)
        self._called |= 1 << called.place
        called.callers[Caller(one.place, (one.gate or one.make_gate()).words, self._bits(one))] = None


def _notice(
    bundle: Bundle,
    ground: Ground,
    token: int,
    told: _Told,
    waiting: _Waiting,
) -> None:
    """Add what a word tells where it stands."""
    if bundle.told:
        told.setdefault(bundle.told, []).append(token)
    gates = bundle.plain
    for offset, table in bundle.guarded:
        at = token + offset
        if 0 <= at < len(ground.bare) and (more := table.get(ground.bare[at])):
            gates = [*gates, *more]
    for gate in gates:
        if gate.words:
            bag = ground.bags[token]
            if any(map(bag.isdisjoint, gate.words)):
                continue
        if gate.straight:
            first = token - gate.entry.at
            if not ground.reads(gate.entry.row, first, first + len(gate.entry.row)):
                continue
        waiting.setdefault(gate.place, []).append((gate.entry, token))
