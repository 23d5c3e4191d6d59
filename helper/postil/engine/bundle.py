"""A bundle: all entries under one word, parted by their guards, so that few of many are asked anything."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from postil.engine.entry import Entry, Gate


class Bundle:
    """The entries of a word: what it tells whole, and the gates of the rest by the place and word of their guards.

    `told` has the bit `1 << place` of every list of which the word alone is a match. `guarded` holds pairs of an
    offset, seen from the anchor, and a table: word that must stand there -> gates.
    """

    __slots__ = ("guarded", "plain", "told")

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Part the entries of a word."""
        plain: list[Gate] = []
        guarded: dict[int, dict[str, list[Gate]]] = {}
        self.told = 0
        for one in entries:
            if one.single:
                self.told |= 1 << one.place
                continue
            gate = one.gate or one.make_gate()
            if gate.guard is None:
                plain.append(gate)
            else:
                table = guarded.setdefault(gate.offset, {})
                for word in gate.guard:
                    table.setdefault(word, []).append(gate)
        self.plain: Sequence[Gate] = plain
        self.guarded = tuple(guarded.items())
