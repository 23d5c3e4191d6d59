"""A bundle: all entries under one word, parted by what must stand around it, so that few of many are asked anything."""

from __future__ import annotations

from collections.abc import Iterable

from postil.engine.entry import Entry, Gate


class Bunch:
    """Gates that are asked together: the `free` ones always, the others by a word that their sentence must hold."""

    __slots__ = ("by_word", "free", "words")

    def __init__(self) -> None:
        """Begin without gates."""
        self.free: list[Gate] = []
        self.by_word: dict[str, list[Gate]] = {}
        self.words: frozenset[str] = frozenset()

    def add(self, gate: Gate) -> None:
        """Keep a gate under each of the words of its rarest choice; call `close` after the last one."""
        if not gate.words:
            self.free.append(gate)
        for word in gate.words[0] if gate.words else ():
            self.by_word.setdefault(word, []).append(gate)

    def close(self) -> None:
        """Learn by which words gates are kept."""
        self.words = frozenset(self.by_word)

    def open(self, bag: frozenset[str]) -> list[Gate]:
        """Return the gates for which a sentence of these words may do; one may come more than once."""
        if self.words.isdisjoint(bag):
            return self.free
        gates = self.free.copy()
        for word in self.words & bag:
            gates += self.by_word[word]
        return gates


class Bundle:
    """The entries of a word: what it tells whole, and the gates of the rest by the place and word of their guards.

    `told` has the bit `1 << place` of every list of which the word alone is a match. `guarded` holds pairs of an
    offset, seen from the anchor, and a table: word that must stand there -> gates.
    """

    __slots__ = ("guarded", "plain", "told")

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Part the entries of a word."""
        plain = Bunch()
        guarded: dict[int, dict[str, Bunch]] = {}
        self.told = 0
        for one in entries:
            if one.single:
                self.told |= 1 << one.place
                continue
            gate = one.gate
            if gate.guard is None:
                plain.add(gate)
                continue
            table = guarded.setdefault(gate.offset, {})
            for word in gate.guard:
                if word not in table:
                    table[word] = Bunch()
                table[word].add(gate)
        for bunch in (plain, *(one for table in guarded.values() for one in table.values())):
            bunch.close()
        self.plain = plain if plain.free or plain.words else None
        self.guarded = tuple(guarded.items())
