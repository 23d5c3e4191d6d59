"""A bundle: all rows under one word, parted by what must stand around it, so that few of many are asked anything."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

_FEW = 4  # rows that are sooner asked than looked up by a word of their sentence


class Cue(NamedTuple):
    """What is known of a row before it is made an entry.

    One word of `guard` must stand at `offset`, seen from the anchor; one of `words` in the sentence.
    """

    number: int
    offset: int
    guard: frozenset[str] | None
    words: frozenset[str] | None


Numbers = int | tuple[int, ...]
"""The numbers of rows: mostly one, and no tuple for it."""


class Bunch:
    """Rows that are asked together: the `free` ones always, the others by a word that their sentence must hold."""

    __slots__ = ("by_word", "free")

    def __init__(self, cues: Iterable[Cue]) -> None:
        """Put rows under each of the words of their rarest choice, if they have any."""
        free: list[int] = []
        by_word: dict[str, Numbers] = {}
        for one in cues:
            if one.words:
                for word in one.words:
                    by_word[word] = _more(by_word.get(word), one.number)
            else:
                free.append(one.number)
        self.free = tuple(free)
        self.by_word = by_word or None

    def open(self, bag: frozenset[str]) -> Sequence[int]:
        """Return the rows for which a sentence of these words may do; one may come more than once."""
        by_word = self.by_word
        if by_word is None or by_word.keys().isdisjoint(bag):
            return self.free
        numbers = [*self.free]
        for word in by_word.keys() & bag:
            found = by_word[word]
            if isinstance(found, int):
                numbers.append(found)
            else:
                numbers += found
        return numbers


class Bundle:
    """The rows of a word: what it tells whole, and the numbers of the rest by the word of their guards and its place.

    `told` has the bit `1 << place` of every list of which the word alone is a match: those at `places`. `guarded`: word
    that must stand beside -> pairs of its offset, seen from the anchor, and the rows that it guards there.
    """

    __slots__ = ("guarded", "places", "plain", "told")

    def __init__(self, told: int, cues: Iterable[Cue]) -> None:
        """Part the rows of a word."""
        plain: list[Cue] = []
        guarded: dict[str, dict[int, list[Cue]]] = {}
        for one in cues:
            if one.guard is None:
                plain.append(one)
                continue
            for word in one.guard:
                guarded.setdefault(word, {}).setdefault(one.offset, []).append(one)
        self.told = told
        self.places = tuple(place for place in range(told.bit_length()) if told >> place & 1)
        self.plain = Bunch(plain) if plain else None
        self.guarded = {
            word: tuple((offset, _together(some)) for offset, some in places.items())
            for word, places in guarded.items()
        }


def _together(cues: Sequence[Cue]) -> Numbers | Bunch:
    if len(cues) == 1:
        return cues[0].number
    return Bunch(cues) if len(cues) > _FEW else tuple(one.number for one in cues)


def _more(numbers: Numbers | None, number: int) -> Numbers:
    if numbers is None:
        return number
    return (numbers, number) if isinstance(numbers, int) else (*numbers, number)
