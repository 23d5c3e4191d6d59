"""The tables of the index: under which words, stems, slots and domains the rows stand, by their numbers."""

from __future__ import annotations

from collections.abc import Iterable

from postil.engine.affixes import Inners, Stems
from postil.engine.ground import hosts
from postil.engine.slots import SLOT_OF_KIND
from postil.engine.step import Element, Step


class Tables:
    """All ways in which a token may be the anchor of a row."""

    def __init__(self) -> None:
        """Begin without rows."""
        self.words: dict[str, list[int]] = {}
        self.slots: dict[str, list[int]] = {}
        self.hosts: dict[str, list[int]] = {}
        self.prefixes = Stems()
        self.suffixes = Stems()
        self.infixes = Inners()

    def keep(self, anchor: Element, number: int) -> None:
        """Keep a row under its anchor, references aside."""
        if isinstance(anchor, str):
            self.words.setdefault(anchor, []).append(number)
        elif isinstance(anchor, Step):
            for word in anchor.words:
                self.words.setdefault(word, []).append(number)
            if not any(anchor[1:6]):
                return
            for slot in anchor.slots:
                self.slots.setdefault(slot, []).append(number)
            for host in anchor.hosts:
                self.hosts.setdefault(host.partition("/")[0], []).append(number)
            for stem in anchor.prefixes:
                self.prefixes.add(stem, number)
            for stem in anchor.suffixes:
                self.suffixes.add(stem[::-1], number)
            for stem in anchor.infixes:
                self.infixes.add(stem, number)

    def find(self, fold: str, kind: str) -> Iterable[int]:
        """Return the rows whose anchor a token may be; whether a word is a name, its place decides."""
        found: list[int] = [*self.words.get(fold, ())]
        if kind == "word":
            self.prefixes.find(fold, found)
            self.suffixes.find(fold[::-1], found)
            self.infixes.find(fold, found)
            return found
        found += self.slots.get(SLOT_OF_KIND.get(kind, ""), ())
        if kind in ("url", "email"):
            for host in hosts(fold):
                found += self.hosts.get(host, ())
            return found
        self.prefixes.find(fold, found)
        if kind == "hashtag":
            fold = fold[1:]
            found += self.words.get(fold, ())
            self.prefixes.find(fold, found)
        if kind != "mention":
            self.suffixes.find(fold[::-1], found)
            self.infixes.find(fold, found)
        return found
