"""The term lists of one policy, compiled: made of the lists, or thawed from what was kept of them."""

from __future__ import annotations

import marshal
import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple, cast

from postil.engine.frozen import FrozenRows, FrozenTable, Plain, freeze_rows, freeze_table
from postil.engine.hashtags import Parter
from postil.engine.index import Index
from postil.engine.masked import MaskedWords
from postil.engine.misspelt import MisspeltWords
from postil.engine.patterns import PatternFinder
from postil.engine.respaced import Respacing
from postil.engine.roll import Caller, Roll
from postil.engine.spoken import Languages

_QUICKLY = 1
_SIZES = struct.Struct(">12I")


class Words(NamedTuple):
    """What the words of the lists tell besides: in which languages there are some, and how hashtags fall apart."""

    languages: Languages
    parter: Parter


class Compiled(NamedTuple):
    """What finds the lists of a policy on a page."""

    lists: Index
    masked: MaskedWords
    misspelt: MisspeltWords
    respacing: Respacing
    words: Words | None = None
    """Only where it was kept: else it is worked out when it is asked for."""

    def join(self) -> Compiled:
        """Let the index ask the finders; once."""
        self.lists.add_finder(self.masked.find)
        self.lists.add_finder(self.misspelt.find)
        return self


def freeze(compiled: Compiled) -> bytes:
    """Return what is kept of compiled lists: the sizes of its parts, then the parts, each packed for itself."""
    index, words = compiled.lists, compiled.words
    tables = index.tables
    parts: tuple[Plain, ...] = (
        index.rates,
        [_freeze_roll(roll) for roll in index.rolls.values()],
        freeze_rows(index.rows),
        freeze_table(tables.words),
        (tables.slots, tables.hosts),
        (tables.prefixes.stems, tables.suffixes.stems, tables.infixes.inners),
        (tables.prefixes.lengths, tables.suffixes.lengths, tables.infixes.begun),
        compiled.masked.plain(),
        compiled.misspelt.plain(),
        compiled.respacing.plain(),
        words and words.languages,
        words and words.parter.plain(),
    )
    packed = [zlib.compress(marshal.dumps(part), _QUICKLY) for part in parts]
    return _SIZES.pack(*map(len, packed)) + b"".join(packed)


def thaw(kept: bytes, common: frozenset[str]) -> Compiled:
    """Return compiled lists as they were kept. One part after the other is unpacked, which takes less memory at once.

    Raises:
        ValueError: this was not kept by `freeze`, or it is damaged.
    """
    try:
        parts = _parts(kept)
        index = Index(common, FrozenRows)
        rows, tables = index.rows, index.tables
        index.rates.update(next(parts))
        for one in next(parts):
            _thaw_roll(one, index)
        if isinstance(rows, FrozenRows):
            rows.thaw(next(parts))
        tables.words = cast("dict[str, list[int]]", FrozenTable(next(parts)))  # read alone
        tables.slots, tables.hosts = next(parts)
        tables.prefixes.stems, tables.suffixes.stems, tables.infixes.inners = next(parts)
        tables.prefixes.lengths, tables.suffixes.lengths, tables.infixes.begun = next(parts)
        return Compiled(
            index,
            MaskedWords(*next(parts)),
            MisspeltWords.of_plain(next(parts)),
            Respacing.of_plain(next(parts)),
            Words(next(parts), Parter.of_plain(next(parts))),
        ).join()
    except (struct.error, zlib.error, EOFError, KeyError, TypeError, StopIteration) as error:
        raise ValueError from error


def _parts(kept: bytes) -> Iterator[Plain]:
    start = _SIZES.size
    for size in _SIZES.unpack_from(kept):
        yield marshal.loads(zlib.decompress(memoryview(kept)[start : start + size]))  # noqa: S302  # see `frozen`
        start += size


def _freeze_roll(roll: Roll) -> Plain:
    exceptions = roll.exceptions.name if roll.exceptions else None
    patterns = [pattern.plain() for pattern in roll.patterns]
    return roll.name, exceptions, roll.cancels, roll.called, [tuple(one) for one in roll.callers], patterns


def _thaw_roll(plain: Plain, index: Index) -> None:
    name, exceptions, cancels, called, callers, patterns = plain
    roll = Roll(name, len(index.rolls), index.rolls[exceptions] if exceptions else None, cancels, called)
    roll.callers = dict.fromkeys(Caller(*one) for one in callers)
    index.take(roll)
    for pattern in patterns:
        index.add_pattern(name, PatternFinder.of_plain(pattern))
