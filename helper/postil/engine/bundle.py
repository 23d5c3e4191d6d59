"""A bundle: all entries under one word, parted by what must stand around it, so that few of many are asked anything."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from postil.engine.entry import Entry


class Bunch:
    """Entrys that are asked together: the `free` ones always, the others by a word that their sentence must hold."""

    __slots__ = ("by_word", "free")

    def __init__(self) -> None:
        """Begin without entries."""
        self.free: Sequence[Entry] = ()
        self.by_word: dict[str, Entry | tuple[Entry, ...]] | None = None  # mostly one: no tuple for it

    def add(self, entry: Entry) -> None:
        """Keep an entry, under each of the words of its rarest choice if it has any."""
        if not entry.words:
            self.free = (*self.free, entry)
            return
        if self.by_word is None:
            self.by_word = {}
        for word in entry.words[0]:
            others = self.by_word.get(word, ())
            if not others:
                self.by_word[word] = entry
            else:
                self.by_word[word] = (
                    *(others if isinstance(others, tuple) else (others,)),
                    entry,
                )

    def open(self, bag: frozenset[str]) -> Sequence[Entry]:
        """Return the entries for which a sentence of these words may do; one may come more than once."""
        by_word = self.by_word
        if by_word is None or by_word.keys().isdisjoint(bag):
            return self.free
        entries = [*self.free]
        for word in by_word.keys() & bag:
            found = by_word[word]
            if isinstance(found, tuple):
                entries += found
            else:
                entries.append(found)
        return entries


class Bundle:
    """The rows of a word: what it tells whole, and the entries of the rest by the place and word of their guards.

    `told` has the bit `1 << place` of every list of which the word alone is a match. `guarded` holds pairs of an
    offset, seen from the anchor, and a table: word that must stand there -> entries.
    """

    __slots__ = ("guarded", "plain", "told")

    def __init__(self, told: int, entries: Iterable[Entry]) -> None:
        """Part the entries of a word."""
        plain = Bunch()
        guarded: dict[int, dict[str, Bunch]] = {}
        self.told = told
        for one in entries:
            if one.guard is None:
                plain.add(one)
                continue
            table = guarded.setdefault(one.offset, {})
            for word in one.guard:
                if word not in table:
                    table[word] = Bunch()
                table[word].add(one)
        self.plain = plain if plain.free or plain.by_word else None
        self.guarded = tuple(guarded.items())
