"""The term lists of one policy, compiled: made of the lists, or thawed from what was kept of them."""

from __future__ import annotations

import marshal
import zlib
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
    """Return what is kept of compiled lists."""
    index = compiled.lists
    tables = index.tables
    return zlib.compress(
        marshal.dumps(
            {
                "rates": index.rates,
                "rolls": [_freeze_roll(roll) for roll in index.rolls.values()],
                "rows": freeze_rows(index.rows),
                "words": freeze_table(tables.words),
                "tables": (
                    *(tables.slots, tables.hosts),
                    *(tables.prefixes.stems, tables.suffixes.stems, tables.infixes.inners),
                ),
                "letters": (tables.prefixes.lengths, tables.suffixes.lengths, tables.infixes.begun),
                "masked": compiled.masked.plain(),
                "misspelt": compiled.misspelt.plain(),
                "respacing": compiled.respacing.plain(),
                "languages": compiled.words.languages if compiled.words else None,
                "hashtags": compiled.words.parter.plain() if compiled.words else None,
            }
        ),
        _QUICKLY,
    )


def thaw(kept: bytes, common: frozenset[str]) -> Compiled:
    """Return compiled lists as they were kept.

    Raises:
        ValueError: this was not kept by `freeze`, or it is damaged.
    """
    try:
        plain: Plain = marshal.loads(zlib.decompress(kept))  # noqa: S302  # see `frozen`
        index = Index(common, FrozenRows)
        rows = index.rows
        if isinstance(rows, FrozenRows):
            rows.thaw(plain["rows"])
        tables = index.tables
        tables.words = cast("dict[str, list[int]]", FrozenTable(plain["words"]))  # read alone
        tables.slots, tables.hosts, *stems = plain["tables"]
        tables.prefixes.stems, tables.suffixes.stems, tables.infixes.inners = stems
        tables.prefixes.lengths, tables.suffixes.lengths, tables.infixes.begun = plain["letters"]
        index.rates.update(plain["rates"])
        for one in plain["rolls"]:
            _thaw_roll(one, index)
        return Compiled(
            index,
            MaskedWords(*plain["masked"]),
            MisspeltWords.of_plain(plain["misspelt"]),
            Respacing.of_plain(plain["respacing"]),
            Words(plain["languages"], Parter.of_plain(plain["hashtags"])),
        ).join()
    except (zlib.error, EOFError, KeyError, TypeError, StopIteration) as error:
        raise ValueError from error


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
