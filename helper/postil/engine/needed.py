"""What a pattern cannot do without: a digit, a sign. Where none stands, the pattern need not be run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import Any

Parsed = Any
"""The standard library's parse of a pattern: pairs of an operation's name and its arguments."""

_DIGITS = frozenset("0123456789")
_REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}
_RATES = {".": 0.9, ",": 0.6, "'": 0.5, ":": 0.4, "-": 0.3, "/": 0.3, '"': 0.2, "@": 0.2, "#": 0.2, "(": 0.2}
_INSIDE: Mapping[str, Callable[[Parsed], Parsed]] = {
    "SUBPATTERN": lambda value: value[-1],
    "ATOMIC_GROUP": lambda value: value,
    "ASSERT": lambda value: value[1],
}
"""Operations that hold one sequence which has to stand there, and where."""
_RARE, _RATE_OF_DIGITS = 0.1, 0.3


def needed_characters(pattern: str) -> re.Pattern[str] | None:
    r"""Return a class of digits or signs of which every match holds or sees one, or `None` where the pattern shows none.

    Letters are in every text, so they are not asked for. A class of digits stands for all of `\d`.
    """
    sets = needed_sets(pattern)
    return class_of(sets[0]) if sets else None


def needed_sets(pattern: str) -> tuple[frozenset[str], ...]:
    """Return sets of digits and signs of each of which every match holds or sees one, the rarest in posts first."""
    parsed = _parse(pattern)
    if parsed is None:
        return ()
    found = {one | _DIGITS if one & _DIGITS else one for one in _of_sequence(parsed)}
    return tuple(sorted((one for one in found if not any(other < one for other in found)), key=_rarity))


def needed_digits(pattern: str) -> int:
    """Return how many digits in a row every match holds or sees, at least."""
    parsed = _parse(pattern)
    return 0 if parsed is None else _digits(parsed)


def class_of(chars: frozenset[str]) -> re.Pattern[str]:
    r"""Return the class of some signs, and of all digits if any of them is one: `\d` knows more than ten."""
    signs = re.escape("".join(sorted(chars - _DIGITS)))
    return re.compile(rf"[{signs}{chr(92) + 'd' if chars & _DIGITS else ''}]")


def _parse(pattern: str) -> Parsed | None:
    try:
        return import_module("re._parser").parse(pattern)
    except (ImportError, AttributeError, re.error, RecursionError):  # a form that `regex` alone knows
        return None


def _digits(parts: Iterable[tuple[Parsed, Parsed]]) -> int:
    """Return the most digits in a row that a sequence holds or sees at least."""
    most = row = 0
    for name, value in parts:
        sure = _sure_digits(str(name), value)
        row = 0 if sure is None else row + sure
        most = max(most, row, _digits_inside(str(name), value) if sure is None else 0)
    return most


def _sure_digits(name: str, value: Parsed) -> int | None:
    """Return how many digits an operation is at least, and nothing else; `None` of one that may be other things."""
    if name in _REPEATS and len(value[2]) == 1:
        one = _sure_digits(str(value[2][0][0]), value[2][0][1])
        return None if one is None else one * int(value[0])
    sets = _of_part(name, value) if name in {"LITERAL", "IN"} else []
    return 1 if sets and sets[0] <= _DIGITS else None


def _digits_inside(name: str, value: Parsed) -> int:
    if name == "BRANCH":
        return min(map(_digits, value[1]))
    if name in _REPEATS:
        return _digits(value[2]) if value[0] > 0 else 0
    inside = _INSIDE.get(name)
    return _digits(inside(value)) if inside else 0


def _rarity(chars: frozenset[str]) -> tuple[float, list[str]]:
    signs = sum(_RATES.get(char, _RARE) for char in chars - _DIGITS)
    return signs + _RATE_OF_DIGITS * bool(chars & _DIGITS), sorted(chars)


def _of_sequence(parts: Iterable[tuple[Parsed, Parsed]]) -> list[frozenset[str]]:
    """Return the sets of each of which a sequence needs one."""
    return [found for name, value in parts for found in _of_part(str(name), value)]


def _of_part(name: str, value: Parsed) -> list[frozenset[str]]:
    if name == "LITERAL":
        return _told({chr(value)})
    if name == "IN":
        return _of_class(value)
    if name == "BRANCH":
        return _of_branches(value[1])
    if name in _REPEATS:
        return _of_sequence(value[2]) if value[0] > 0 else []
    inside = _INSIDE.get(name)
    return _of_sequence(inside(value)) if inside else []


def _of_branches(branches: Iterable[Parsed]) -> list[frozenset[str]]:
    """Return one set of which each branch needs one, if each shows any."""
    rarest = [min(_of_sequence(branch), key=_rarity, default=None) for branch in branches]
    every = frozenset[str]().union(*(one for one in rarest if one))
    return [every] if all(rarest) else []


def _of_class(items: Iterable[tuple[Parsed, Parsed]]) -> list[frozenset[str]]:
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
            return []
    return _told(chars)


def _told(chars: set[str]) -> list[frozenset[str]]:
    """Return the characters if none of them is in nearly every text."""
    return [] if any(char.isalpha() or char.isspace() for char in chars) else [frozenset(chars)]
