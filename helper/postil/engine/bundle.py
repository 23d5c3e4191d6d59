"""A bundle: all entries under one word, parted by their guards, so that few of many are asked anything."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from postil.engine.entry import Entry, Gate


class Bundle:
    """The gates of a word's entries: those without a guard, and the others by the place and word of theirs.

    `guarded` holds pairs of an offset, seen from the anchor, and a table: word that must stand there -> gates.
    """

    __slots__ = ("guarded", "plain")

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Part the entries of a word."""
        plain: list[Gate] = []
        guarded: dict[int, dict[str, list[Gate]]] = {}
        for one in entries:
            gate = one.gate or one.make_gate()
            if gate.guard is None:
                plain.append(gate)
            else:
                table = guarded.setdefault(gate.offset, {})
                for word in gate.guard:
                    table.setdefault(word, []).append(gate)
        self.plain = tuple(plain)
        self.guarded = tuple(guarded.items())

    def open_gates(self, words: Sequence[str], token: int) -> Sequence[Gate]:
        """Return the gates that the `words` of a text leave open around the word at `token`."""
        if not self.guarded:
            return self.plain
        gates = list(self.plain)
        for offset, table in self.guarded:
            if 0 <= token + offset < len(words):
                gates += table.get(words[token + offset], ())
        return gates
