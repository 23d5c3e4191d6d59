"""What a pattern cannot do without: a digit, a sign. Where none stands, the pattern need not be run."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any

Parsed = Any
"""The standard library's parse of a pattern: pairs of an operation's name and its arguments."""

_DIGITS = frozenset("0123456789")
_REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}


def needed_characters(pattern: str) -> re.Pattern[str] | None:
    r"""Return a class of digits or signs of which every match holds one, or `None` where the pattern shows none.

    Letters are in every text, so they are not asked for. A class of digits stands for all of `\d`.
    """
    try:
        parsed = import_module("re._parser").parse(pattern)
    except (ImportError, AttributeError, re.error, RecursionError):  # a form that `regex` alone knows
        return None
    found = _of_sequence(parsed)
    if found is None:
        return None
    signs = re.escape("".join(sorted(found - _DIGITS)))
    return re.compile(rf"[{signs}{chr(92) + 'd' if found & _DIGITS else ''}]")


def _of_sequence(parts: Iterable[tuple[Parsed, Parsed]]) -> frozenset[str] | None:
    """Return the smallest class of which a sequence needs one."""
    given = [found for name, value in parts if (found := _of_part(str(name), value)) is not None]
    return min(given, key=lambda found: (len(found), sorted(found)), default=None)


def _of_part(name: str, value: Parsed) -> frozenset[str] | None:  # noqa: PLR0911  # one return an operation
    if name == "LITERAL":
        return _told({chr(value)})
    if name == "IN":
        return _of_class(value)
    if name == "SUBPATTERN":
        return _of_sequence(value[-1])
    if name == "ATOMIC_GROUP":
        return _of_sequence(value)
    if name in _REPEATS:
        return _of_sequence(value[2]) if value[0] > 0 else None
    if name == "BRANCH":
        return _of_branches(value[1])
    return None


def _of_branches(branches: Iterable[Parsed]) -> frozenset[str] | None:
    every: frozenset[str] = frozenset()
    for branch in branches:
        found = _of_sequence(branch)
        if found is None:
            return None
        every |= found
    return every


def _of_class(items: Iterable[tuple[Parsed, Parsed]]) -> frozenset[str] | None:
    chars: set[str] = set()
    for name, value in items:
        kind = str(name)
        if kind == "LITERAL":
            chars.add(chr(value))
        elif kind == "RANGE" and value[1] < 128:  # noqa: PLR2004  # ASCII
            chars.update(map(chr, range(value[0], value[1] + 1)))
        elif kind == "CATEGORY" and str(value) == "CATEGORY_DIGIT":
            chars |= _DIGITS
        else:
            return None
    return _told(chars)


def _told(chars: set[str]) -> frozenset[str] | None:
    """Return the characters if none of them is in nearly every text."""
    return None if any(char.isalpha() or char.isspace() for char in chars) else frozenset(chars)
