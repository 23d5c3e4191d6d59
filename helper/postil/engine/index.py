"""The token index: every row of every list stands under one anchor; a text asks only about its own words.

An anchor is derived, never written: the row's most telling step. Single words, most of all terms, need no
more than the look-up itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from postil.engine.affixes import Inners, Stems
from postil.engine.ground import Ground, hosts
from postil.engine.match import Hit, Match, settle
from postil.engine.page import Page
from postil.engine.step import Element, Phrase, Row, Step
from postil.engine.slots import SLOTS_OF_KIND

JOINED = 3
"""`fake news` is also found as `#fakenews`, for plain rows of so many words at most."""


class Entry(NamedTuple):
    """One row of one list under its anchor, the step at `at`. `plain`: words alone, which are compared at once."""

    place: int  # the list's place in the order of references
    row: Row
    at: int = 0
    plain: bool = False
    loose: bool = False
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
        """Begin without lists."""
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
        waiting = self._look_up(ground)
        for place in self._finders:
            waiting.setdefault(place, [])
        for name in earlier:
            self._call(name, found[name], waiting)
        cancelled: dict[int, tuple[Match, ...]] = {}
        while waiting:
            place = min(waiting)
            hits = [
                hit
                for entry, first, last in waiting.pop(place)
                for hit in _unfold(ground, entry, first, last)
            ]
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

    def _call(self, name: str, matches: Iterable[Match], waiting: _Waiting) -> None:
        """Set the rows waiting that are anchored on a list, once its matches are known."""
        for entry in self._refs.get(name, ()):
            anchors = [(entry, match.first, match.last) for match in matches if match.first < match.last]
            waiting.setdefault(entry.place, []).extend(anchors)

    def _look_up(self, ground: Ground) -> _Waiting:
        waiting: _Waiting = {}
        seen: dict[tuple[str, str], tuple[Entry, ...]] = {}
        for token, key in enumerate(zip(ground.folds, ground.columns.kinds, strict=True)):
            entries = seen.get(key)
            if entries is None:
                entries = seen[key] = tuple(dict.fromkeys(self._entries(*key)))
            for entry in entries:
                if entry.place in waiting:
                    waiting[entry.place].append((entry, token, token + 1))
                else:
                    waiting[entry.place] = [(entry, token, token + 1)]
        return waiting

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
        single = Entry(place, ("",), plain=True)  # shared by all single words: finding them is matching them
        for phrase, doubt in terms:
            bound = phrase.starts or phrase.ends or doubt is not None
            for row in with_hashtags(phrase.rows):
                plain = not bound and all(isinstance(element, str) for element in row)
                if plain and len(row) == 1:
                    self._keep(row[0], single)
                    continue
                at = _anchor(row)
                loose = any(isinstance(element, int) for element in row)
                entry = Entry(place, row, at, plain, loose, phrase.starts, phrase.ends, doubt)
                self._keep(row[at], entry)

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


_Waiting = dict[int, list[tuple[Entry, int, int]]]
"""A list's place -> rows that may stand there, each with the tokens `[first, last)` of its anchor."""


def _unfold(ground: Ground, entry: Entry, first: int, last: int) -> Iterator[Hit]:
    """Yield every stretch where the entry's row stands around its anchor."""
    row, at = entry.row, entry.at
    if entry.plain:
        begin, stop = first - at, first - at + len(row)
        if len(row) == 1 or ground.reads(row, begin, stop):
            yield Hit(ground.match(begin, stop))
        return
    step = row[at]
    # The look-up goes by the fold alone: capitals, slots and paths are asked about here.
    if isinstance(step, Step) and _asks_more(step) and not ground.fits(step, first):
        return
    begins, stops = {first}, {last}
    if len(row) > 1:
        reach = ground.reach(first)
        begins = ground.before(row[:at], first, reach)
        stops = ground.after(row[at + 1 :], last, reach) if begins else set()
    for begin in begins:
        for stop in stops:
            if ground.stands(begin, stop, starts=entry.starts, ends=entry.ends):
                yield Hit(ground.match(begin, stop), entry.loose, entry.doubt)


def _asks_more(step: Step) -> bool:
    return not step.refs and bool(step.exact or step.slots or step.hosts)


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
    words = [_one_word(element) for element in row]
    return "#" + "".join(words) if all(words) else None


def _one_word(element: Element) -> str:
    """Return the letters of a step that is one word, be it a name with its 's, else nothing."""
    if isinstance(element, Step):
        names = sorted(element.words, key=len)
        is_name = bool(names) and names[1:] == [names[0] + "'s"] and element == Step(words=element.words)
        element = names[0] if is_name else 0
    word = "" if isinstance(element, int) else element.replace("'", "")
    return word if word.isalnum() else ""
