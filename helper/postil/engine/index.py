"""The token index: every row of every list stands under one anchor, so that a text asks only about its own words.

An anchor is derived, never written: the row's most telling step. Single words, most of all terms, need no more
than the look-up itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from postil.engine.affixes import Inners, Stems
from postil.engine.ground import Ground, hosts
from postil.engine.match import Hit, Match, settle
from postil.engine.page import Page
from postil.engine.phrase import Element, Phrase, Row, Step
from postil.engine.slots import SLOTS_OF_KIND

JOINED = 3
"""`fake news` is also found as `#fakenews`, for plain rows of so many words at most."""


class Entry(NamedTuple):
    """One row of one list under its anchor. A row of `None` is a single word: the look-up settles it."""

    place: int  # the list's place in the order of references
    row: Row | None = None
    at: int = 0
    starts: bool = False
    ends: bool = False
    doubt: str | None = None


class Term(NamedTuple):
    """A phrase of a list, and the language in which it is ambiguous, if it is."""

    phrase: Phrase
    doubt: str | None = None


Finder = Callable[[Page], Iterable[Match]]
"""Finds matches of a list in a way of its own: patterns, masked words."""


class Index:
    """Lists, in an order in which each comes after the lists it refers to."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._cancels: dict[int, int] = {}  # a list's place -> the place of its exceptions
        self._words: dict[str, list[Entry]] = {}
        self._prefixes: Stems[Entry] = Stems()
        self._suffixes: Stems[Entry] = Stems()
        self._infixes: Inners[Entry] = Inners()
        self._slots: dict[str, list[Entry]] = {}
        self._hosts: dict[str, list[Entry]] = {}
        self._refs: dict[str, list[Entry]] = {}
        self._finders: dict[int, list[Finder]] = {}

    def add(self, name: str, terms: Iterable[Term], exceptions: Iterable[Term] = ()) -> None:
        """Add a list after those it refers to. Its exceptions become a list of their own just before it."""
        cancelling = list(exceptions)
        if cancelling:
            self._cancels[len(self.names) + 1] = len(self.names)
            self._add_one(f"{name} except", cancelling)
        self._add_one(name, terms)

    def add_finder(self, name: str, finder: Finder) -> None:
        """Let a list that was added also find matches in a way of its own."""
        self._finders.setdefault(self.names.index(name), []).append(finder)

    def match(
        self, page: Page, earlier: Mapping[str, tuple[Match, ...]], unsure: Callable[[Match, str], bool]
    ) -> dict[str, tuple[Match, ...]]:
        """Return the matches of every list that has any, together with the `earlier` ones.

        `unsure(match, language)` says whether an ambiguous term of that language may count where it stands.
        """
        found = dict(earlier)
        ground = Ground(page, found)
        waiting: dict[int, list[tuple[Entry, Match]]] = {place: [] for place in self._finders}
        for token, entry in self._look_up(ground):
            waiting.setdefault(entry.place, []).append((entry, ground.match(token, token + 1)))
        for name in earlier:
            self._call(name, found[name], waiting)
        cancelled: dict[int, tuple[Match, ...]] = {}
        while waiting:
            place = min(waiting)
            hits = [hit for entry, anchor in waiting.pop(place) for hit in _unfold(ground, entry, anchor)]
            hits += [Hit(match) for finder in self._finders.get(place, ()) for match in finder(page)]
            hits = [hit for hit in hits if hit.doubt is None or unsure(hit.match, hit.doubt)]
            matches = settle(hits, cancelled.get(self._cancels.get(place, -1), ()))
            if not matches:
                continue
            if place + 1 in self._cancels:
                cancelled[place] = matches
                continue
            found[self.names[place]] = matches
            self._call(self.names[place], matches, waiting)
        return found

    def _call(
        self, name: str, matches: Iterable[Match], waiting: dict[int, list[tuple[Entry, Match]]]
    ) -> None:
        for entry in self._refs.get(name, ()):
            waiting.setdefault(entry.place, []).extend((entry, match) for match in matches)

    def _look_up(self, ground: Ground) -> Iterator[tuple[int, Entry]]:
        seen: dict[tuple[str, str], list[Entry]] = {}
        for token, (fold, kind) in enumerate(zip(ground.folds, ground.columns.kinds, strict=True)):
            entries = seen.get((fold, kind))
            if entries is None:
                entries = seen[fold, kind] = list(dict.fromkeys(self._entries(fold, kind)))
            for entry in entries:
                yield token, entry

    def _entries(self, fold: str, kind: str) -> Iterator[Entry]:
        yield from self._words.get(fold, ())
        for slot in SLOTS_OF_KIND.get(kind, ()):
            yield from self._slots.get(slot, ())
        if kind in ("url", "email"):
            for host in hosts(fold):
                yield from self._hosts.get(host, ())
            return
        yield from self._prefixes.find(fold)
        if kind == "mention":
            return
        if kind == "hashtag":
            fold = fold[1:]
            yield from self._words.get(fold, ())
            yield from self._prefixes.find(fold)
        yield from self._suffixes.find(fold[::-1])
        yield from self._infixes.find(fold)

    def _add_one(self, name: str, terms: Iterable[Term]) -> None:
        place = len(self.names)
        self.names.append(name)
        bare = Entry(place)
        for phrase, doubt in terms:
            for row in with_hashtags(phrase.rows):
                if len(row) == 1 and isinstance(row[0], str) and not (phrase.starts or phrase.ends or doubt):
                    self._words.setdefault(row[0], []).append(bare)
                else:
                    at = _anchor(row)
                    self._keep(row[at], Entry(place, row, at, phrase.starts, phrase.ends, doubt))

    def _keep(self, anchor: Element, entry: Entry) -> None:
        if isinstance(anchor, str):
            self._words.setdefault(anchor, []).append(entry)
        elif isinstance(anchor, Step):
            for word in anchor.words:
                self._words.setdefault(word, []).append(entry)
            for stem in anchor.prefixes:
                self._prefixes.add(stem, entry)
            for stem in anchor.suffixes:
                self._suffixes.add(stem[::-1], entry)
            for stem in anchor.infixes:
                self._infixes.add(stem, entry)
            for slot in anchor.slots:
                self._slots.setdefault(slot, []).append(entry)
            for host in anchor.hosts:
                self._hosts.setdefault(host.partition("/")[0], []).append(entry)
            for ref in anchor.refs:
                self._refs.setdefault(ref, []).append(entry)


def _unfold(ground: Ground, entry: Entry, anchor: Match) -> Iterator[Hit]:
    """Yield every stretch where the entry's row stands around its anchor."""
    row = entry.row
    if row is None:
        yield Hit(anchor)
        return
    if anchor.first >= anchor.last:
        return
    step = row[entry.at]
    # The look-up goes by the fold alone: capitals, slots and paths are asked about here.
    if isinstance(step, Step) and not step.refs and (step.exact or step.slots or step.hosts):
        if not ground.fits(step, anchor.first):
            return
    loose = any(isinstance(element, int) for element in row)
    reach = ground.reach(anchor.first)
    if len(row) == 1:
        begins, stops = {anchor.first}, {anchor.last}
    else:
        begins = ground.before(row[: entry.at], anchor.first, reach)
        stops = ground.after(row[entry.at + 1 :], anchor.last, reach) if begins else set()
    for first in begins:
        for last in stops:
            if ground.stands(first, last, starts=entry.starts, ends=entry.ends):
                yield Hit(ground.match(first, last), loose, entry.doubt)


def with_hashtags(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows, and for short plain ones the hashtag that runs their words together."""
    for row in rows:
        yield row
        if joined := _joined(row):
            yield (joined,)


def _anchor(row: Row) -> int:
    """Return the place in the row of its most telling step: long words first, then stems, lists, slots."""
    return max(range(len(row)), key=lambda at: (_weight(row[at]), -at))


def _weight(element: Element) -> int:
    if isinstance(element, int):
        return -1
    if isinstance(element, str):
        return 1000 + len(element)
    if element.slots:
        return 0
    if element.refs:
        return 100
    if element.infixes or element.suffixes:
        return 200
    words = (*element.words, *element.prefixes, *element.hosts)
    return 500 + 10 * min(map(len, words)) - len(words)


def _joined(row: Row) -> str | None:
    if not 1 < len(row) <= JOINED:
        return None
    words = []
    for element in row:
        if isinstance(element, Step):
            if element._replace(words=frozenset()) != Step() or len(element.words) > 2:  # noqa: PLR2004  # a name and its 's
                return None
            element = min(element.words, key=len)
        if isinstance(element, int) or not element.replace("'", "").isalnum():
            return None
        words.append(element.replace("'", ""))
    return "#" + "".join(words)
