"""What is found on one page: each list worked out when it is first asked for, most of them never."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from postil.engine.entry import Entry, unfold
from postil.engine.ground import Ground
from postil.engine.match import Hit, Match, settle
from postil.engine.once import Once
from postil.engine.page import Page
from postil.engine.roll import Roll
from postil.engine.rows import Rows

Unsure = Callable[[Match, str], bool]
"""Says whether an ambiguous term of a language may count where it stands."""

_BITS = tuple(tuple(bit for bit in range(8) if octet >> bit & 1) for octet in range(256))
"""Which bits an octet has: most octets have none, so that lists that are not found cost nothing."""


class Signs(NamedTuple):
    """What the look-up noticed: words that are matches by themselves, rows that may stand, lists that may be found.

    `told`: places of lists -> the tokens that tell them all. `waiting`: a list's place -> its rows with the token of
    their anchor. `found`: matches that were found in another way. `possible`: the bits of all lists that may have one.
    `names`: all lists by their places.
    """

    told: Mapping[tuple[int, ...], Sequence[int]]
    waiting: Mapping[int, Sequence[tuple[Entry, int]]]
    found: Mapping[str, Sequence[Match]]
    possible: int
    names: Sequence[str]


LookUp = Callable[[Ground], Signs]


class Found(Mapping[str, tuple[Match, ...]]):
    """List id -> its matches on one page, in order of the text. A list without any is absent."""

    def __init__(
        self, rolls: Mapping[str, Roll], rows: Rows, page: Page, look_up: LookUp, unsure: Unsure
    ) -> None:
        """Look a page's words up; no list is worked out yet."""
        self._rolls = rolls
        self._numbered = rows
        self._unsure = unsure
        self._known: dict[str, tuple[Match, ...]] = {}
        self._ground = Ground(page, self._known)
        self._signs = look_up(self._ground)

    @Once
    def possible(self) -> tuple[str, ...]:
        """The lists that may have a match: all that have one are among them."""
        bits = self._signs.possible
        octets = bits.to_bytes(bits.bit_length() // 8 + 1, "little")
        names = self._signs.names
        return tuple(names[8 * at + bit] for at, octet in enumerate(octets) if octet for bit in _BITS[octet])

    @Once
    def _told(self) -> dict[int, list[int]]:
        """The tokens that are matches by themselves, by the places of the lists that they tell."""
        told: dict[int, list[int]] = {}
        for places, tokens in self._signs.told.items():
            for place in places:
                told.setdefault(place, []).extend(tokens)
        return told

    def get(self, name: str, default: tuple[Match, ...] = ()) -> tuple[Match, ...]:  # type: ignore[override]  # matches alone
        """Return the matches of a list, in order of the text."""
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._of(name)
        return known or default

    def __getitem__(self, name: str) -> tuple[Match, ...]:
        """Return the matches of a list that has some."""
        matches = self.get(name)
        if not matches:
            raise KeyError(name)
        return matches

    def __iter__(self) -> Iterator[str]:
        """Yield the lists that have matches; this works all of them out."""
        return (name for name in self.possible if not self._rolls[name].cancels and self.get(name))

    def __len__(self) -> int:
        """Count the lists that have matches."""
        return sum(1 for _ in self)

    def _of(self, name: str) -> tuple[Match, ...]:
        roll = self._rolls.get(name)
        if roll is None or not self._signs.possible >> roll.place & 1:
            return ()
        starts, ends = self._ground.columns.starts, self._ground.columns.ends
        told = [
            Match(starts[token], ends[token], token, token + 1) for token in self._told.get(roll.place, ())
        ]
        hits = [*self._rows(roll), *map(Hit, self._signs.found.get(name, ()))]
        for pattern in roll.patterns:
            hits += map(Hit, pattern.find(self._ground.page))
        exceptions = self.get(roll.exceptions.name) if roll.exceptions else ()
        if not hits and not exceptions:
            return tuple(sorted(set(told)))
        return settle([*map(Hit, told), *hits], exceptions, wide=roll.cancels)

    def _rows(self, roll: Roll) -> Iterator[Hit]:
        """Yield where the list's rows stand that are more than one word."""
        stands: dict[Entry, bool] = {}
        for one, first, last in self._anchored(roll):
            if one.single:
                yield Hit(self._ground.match(first, last))
                continue
            if one not in stands:
                for name in one.questions.lists:  # so that the ground knows their matches
                    self.get(name)
                stands[one] = all(any(map(self.get, refs)) for refs in one.questions.refs)
            if stands[one]:
                hits = unfold(self._ground, one, first, last)
                yield from (hit for hit in hits if hit.doubt is None or self._unsure(hit.match, hit.doubt))

    def _anchored(self, roll: Roll) -> Iterator[tuple[Entry, int, int]]:
        """Yield the rows that may stand, each with the tokens `[first, last)` of its anchor."""
        for one, token in self._signs.waiting.get(roll.place, ()):
            yield one, token, token + 1
        present = self._ground.present
        for ref, rows in roll.called.items():
            matches = [match for match in self.get(ref) if match.first < match.last]
            for one in map(self._numbered.__getitem__, rows) if matches else ():
                if not any(map(present.isdisjoint, one.words)):
                    for match in matches:
                        yield one, match.first, match.last
