"""The look-up: what the tokens of a page tell by themselves, and which rows may stand around them."""

from __future__ import annotations

from collections.abc import Iterable

from postil.engine.bundle import Bundle
from postil.engine.entry import Entry
from postil.engine.ground import Ground
from postil.engine.lately import Lately
from postil.engine.rows import Rows
from postil.engine.slots import names
from postil.engine.tables import Tables

_Key = str | tuple[str, str]
"""A word, or another token and its kind."""
_NAME = "Name"
_EDGE = 64
"""Further than any row reaches: there stands nothing."""
_NOTHING = Bundle(0, ())
_WORDS = 3_000
"""Bundles that are kept of those made: a long post has some hundreds of words."""


class Notes:
    """What was noticed on a page.

    `told`: places of lists -> the tokens that tell them all. `waiting`: a list's place -> its rows that may stand, with the
    token of their anchor. `sure`: bits of the lists of which a row may stand that needs no other list; `pending`: of
    the others, of each row the bits of the lists that it needs.
    """

    __slots__ = ("_around", "_ground", "_rows", "pending", "sure", "told", "waiting")

    def __init__(self, ground: Ground, rows: Rows) -> None:
        """Begin with nothing noticed."""
        nothing = [""] * _EDGE
        self._ground = ground
        self._rows = rows
        self._around = [*nothing, *ground.bare, *nothing]
        self.told: dict[tuple[int, ...], list[int]] = {}
        self.waiting: dict[int, list[tuple[Entry, int]]] = {}
        self.sure = 0
        self.pending: dict[int, set[tuple[int, ...]]] = {}

    def take(self, bundle: Bundle, tokens: list[int]) -> None:
        """Add what a word tells at the tokens where it stands."""
        if bundle.told:
            self.told.setdefault(bundle.places, []).extend(tokens)
            self.sure |= bundle.told
        plain, guarded, bags = bundle.plain, bundle.guarded, self._ground.bags
        for token in tokens:
            bag = bags[token]
            if plain and (numbers := plain.open(bag)):
                self._ask(numbers, token)
            for word in guarded.keys() & bag if guarded else ():
                for offset, found in guarded[word]:
                    if self._around[token + offset + _EDGE] == word:
                        if isinstance(found, int):
                            self._ask((found,), token)
                        else:
                            self._ask(found if isinstance(found, tuple) else found.open(bag), token)

    def _ask(self, numbers: Iterable[int], token: int) -> None:
        """Add the rows of some that may stand around a token."""
        rows, lately = self._rows, self._rows.lately.young
        missing = self._ground.bags[token].isdisjoint
        for number in numbers:
            entry = lately.get(number) or rows[number]
            for words in entry.words:
                if missing(words):
                    break
            else:
                self._add(entry, token)

    def _add(self, entry: Entry, token: int) -> None:
        """Add a row whose words stand in the sentence, unless it can be read at once and does not stand there."""
        if entry.is_row:
            first = token - entry.at
            if not self._ground.reads(entry.row, first, first + len(entry.row)):
                return
        place = entry.place
        rows = self.waiting.get(place)
        if rows is None:
            rows = self.waiting[place] = []
        rows.append((entry, token))
        if entry.bits:
            self.pending.setdefault(place, set()).add(entry.bits)
        else:
            self.sure |= 1 << place


class LookUp:
    """The bundles of tokens, made when one first turns up."""

    def __init__(self, tables: Tables, rows: Rows) -> None:
        """Make none yet."""
        self._tables = tables
        self._rows = rows
        self._bundles = Lately[str, Bundle](_WORDS)
        self._others = Lately[tuple[int, ...], Bundle](_WORDS)  # by their rows: no word of a text is kept
        self._of_names: Bundle | None = None

    def read(self, ground: Ground) -> Notes:
        """Return what the tokens of a page tell."""
        stood: dict[_Key, list[int]] = {}
        for token, (fold, kind) in enumerate(zip(ground.folds, ground.columns.kinds, strict=True)):
            key: _Key = fold if kind == "word" else (fold, kind)
            if key in stood:
                stood[key].append(token)
            else:
                stood[key] = [token]
        notes, lately = Notes(ground, self._rows), self._bundles.young
        for key, tokens in stood.items():
            bundle = lately.get(key) or self._bundle(key)  # type: ignore[arg-type]  # no tuple is there
            if bundle is not _NOTHING:
                notes.take(bundle, tokens)
        if _NAME in self._tables.slots:
            if self._of_names is None:
                self._of_names = self._make(self._tables.slots[_NAME])
            notes.take(self._of_names, names(ground.page))
        return notes

    def _bundle(self, key: _Key) -> Bundle:
        """Return the bundle of a token. A list's own word is kept with it, of a text's other words their rows alone."""
        if isinstance(key, tuple):
            return self._shared(self._tables.find(*key))
        bundle = self._bundles.get(key)
        if bundle is None:
            numbers = self._tables.find(key, "word")
            if key not in self._tables.words:
                return self._shared(numbers)
            bundle = self._bundles.keep(key, self._make(numbers))
        return bundle

    def _shared(self, rows: Iterable[int]) -> Bundle:
        """Return the bundle of rows that many a word may be the anchor of."""
        numbers = tuple(rows)
        return self._others.get(numbers) or self._others.keep(numbers, self._make(numbers))

    def _make(self, rows: Iterable[int]) -> Bundle:
        return self._rows.bundle(rows) or _NOTHING
