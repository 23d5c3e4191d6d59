"""The token index: every row of every list stands under one anchor; a text asks only about its own words.

An anchor is derived, never written: the row's rarest step. Single words, most of all terms, need no more
than the look-up itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from postil.engine.anchor import Rates
from postil.engine.entry import Term, with_hashtags
from postil.engine.found import Found, Signs, Unsure
from postil.engine.ground import Ground
from postil.engine.lookup import LookUp, Notes
from postil.engine.match import Match
from postil.engine.page import Page
from postil.engine.patterns import PatternFinder
from postil.engine.roll import Caller, Roll
from postil.engine.rows import Rows
from postil.engine.step import Step
from postil.engine.tables import Tables

Finder = Callable[[Page], Mapping[str, Sequence[Match]]]
"""Finds matches of lists, by their names, in a way of its own: masked words."""


class Index:
    """Lists, in an order in which each comes after the lists it refers to."""

    def __init__(self, common: frozenset[str] = frozenset(), rows: type[Rows] = Rows) -> None:
        """Begin without lists; `common` words, which every text holds, make poor anchors. `rows` keeps the rows."""
        self.rates: dict[str, float] = {}
        self._rates = Rates(common, self.rates)
        self.rolls: dict[str, Roll] = {}  # in the order of their places
        self._order: list[str] = []
        self._places: dict[str, int] = {}
        self.rows = rows(self._rates, self._places)
        self.tables = Tables()
        self._look = LookUp(self.tables, self.rows)
        self._finders: list[Finder] = []
        self._patterns: list[tuple[PatternFinder, int]] = []  # with the bits of the lists that they belong to
        self._called = 0  # the bits of the lists that others' rows are anchored on

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
        roll = self.rolls[name]
        roll.patterns.append(pattern)
        self._patterns.append((pattern, 1 << roll.place))

    def match(self, page: Page, unsure: Unsure) -> Found:
        """Return the matches of every list that has any, each list worked out when it is asked for.

        `unsure(match, language)` says whether an ambiguous term of that language may count where it stands.
        """
        return Found(self.rolls, self.rows, page, self._look_up, unsure)

    def _look_up(self, ground: Ground) -> Signs:
        """Return what the words tell, with what is found in other ways."""
        notes = self._look.read(ground)
        found: dict[str, list[Match]] = {}
        for finder in self._finders:
            for name, matches in finder(ground.page).items():
                found.setdefault(name, []).extend(matches)
        possible = notes.sure
        for name in found:
            possible |= 1 << self._places[name]
        for pattern, bit in self._patterns:
            if not possible & bit and pattern.may_find(ground.page):
                possible |= bit
        return Signs(
            notes.told, notes.waiting, found, self._possible(possible, notes, ground.present), self._order
        )

    def _possible(self, possible: int, notes: Notes, present: frozenset[str]) -> int:
        """Return the bits of the lists that may be found: with rows that may stand, or around others' matches."""
        pending = notes.pending
        rolls, order = self.rolls, self._order
        rest = possible & self._called
        for place in pending:
            rest |= 1 << place
        while rest:  # each list comes after those that it refers to
            lowest = rest & -rest
            rest ^= lowest
            place = lowest.bit_length() - 1
            if not possible & lowest:
                if not _any_met(pending[place], possible):
                    continue
                possible |= lowest
            for caller in rolls[order[place]].callers:
                bit = 1 << caller.place
                if possible & bit:
                    continue
                for words in caller.words:
                    if present.isdisjoint(words):
                        break
                else:
                    pending.setdefault(caller.place, set()).add(caller.refs)
                    rest |= bit
        return possible

    def take(self, roll: Roll) -> None:
        """Keep a list whose rows are there already, after those it refers to."""
        self.rolls[roll.name] = roll
        self._order.append(roll.name)
        self._places[roll.name] = roll.place
        for ref in roll.called:
            self._called |= 1 << self._places[ref]

    def _add_one(self, name: str, terms: Iterable[Term]) -> Roll:
        roll = Roll(name, len(self.rolls))
        self.take(roll)
        place = roll.place
        weigh, keep, add = self._rates.weigh, self.tables.keep, self.rows.add
        total = 0.0
        for term in dict.fromkeys(terms):  # many stand in the columns of two languages
            (rows, starts, ends), doubt = term
            for row in with_hashtags(rows):
                at, rate = weigh(row)
                total += rate
                number = add((place, row, at, starts, ends, doubt))
                anchor = row[at]
                keep(anchor, number)
                if isinstance(anchor, Step) and anchor.refs:
                    self._call(roll, anchor.refs, number)
        self.rates[name] = min(1.0, total)
        return roll

    def _call(self, caller: Roll, refs: frozenset[str], number: int) -> None:
        """Keep a row that is anchored on the matches of other lists."""
        one = self.rows[number]
        for ref in refs & self.rolls.keys():
            called = self.rolls[ref]
            caller.called.setdefault(ref, []).append(number)
            called.callers[Caller(caller.place, one.words, one.bits)] = None
            self._called |= 1 << called.place


def _any_met(needed: Iterable[tuple[int, ...]], possible: int) -> bool:
    """Whether of some choices of lists each has a bit among the possible ones, for one row at least."""
    for refs in needed:
        for bits in refs:
            if not possible & bits:
                break
        else:
            return True
    return False
