"""What every match of a pattern is like: how long, with spaces or without, with which letters in it.

A pattern is slow on a long text; told beforehand where it cannot stand, it looks at little of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any, NamedTuple

Parsed = Any
"""The standard library's parse of a pattern: pairs of an operation's name and its arguments."""

_LETTERS = 2  # of a piece that is worth looking for
_MOST = 5
_WIDE = 9  # spaces; so many words are worth parting from the text
_WIDEST = 200  # characters; what may be longer is looked for in the whole text
_PIECES = 400
_WAYS = 1024
CAPITAL = re.compile(r"(?<!\\)(?:\\\\)*[A-Z]")
"""A capital in a pattern that stands for itself."""
_ELSEWHERE = re.compile(r"\[\[?:|\{[a-z]")
"""What `regex` reads otherwise."""
_CASELESS = re.compile(r"\(\?[a-z]*i")
"""What takes capitals for small letters."""
_SPACES = [code for code in range(0x3001) if chr(code).isspace()]
_SPACELESS = {"CATEGORY_DIGIT", "CATEGORY_WORD", "CATEGORY_NOT_SPACE"}
_REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}
_INSIDE: Mapping[str, Callable[[Parsed], Parsed]] = {
    "SUBPATTERN": lambda value: value[-1],
    "ATOMIC_GROUP": lambda value: value,
    "ASSERT": lambda value: value[1],
    "ASSERT_NOT": lambda value: value[1],
}
"""Operations that hold one sequence, and where."""
_MUST = ("SUBPATTERN", "ATOMIC_GROUP")


_Counts = Callable[[str, Parsed], int]
"""Whether one character of an operation counts: 1 or 0."""


class Extent(NamedTuple):
    """What is known of a pattern's matches; of one that the standard library cannot read, nothing.

    `least`: characters at least. `most`: characters at most, with all that is looked at around them. `joined`:
    nothing in it fits a space. `pieces`: letters of which every match holds one run. `ways`: how often it may be
    tried at one place; `None` where there is no end. `spaces`: how many it holds or looks at, at most.
    """

    least: int = 0
    most: int | None = None
    joined: bool = False
    pieces: frozenset[str] | None = None
    ways: int | None = None
    spaces: int | None = None


def extent(pattern: str) -> Extent:
    """Return what is known of a pattern's matches."""
    if _ELSEWHERE.search(pattern):
        return Extent()
    try:
        parsed = import_module("re._parser").parse(pattern)
        parts = list(parsed)
        most, spaces = _most(parts, _is_one), _most(parts, _is_space)
        return Extent(
            parsed.getwidth()[0],
            most if most is not None and most <= _WIDEST else None,
            not _may_hold_space(parts),
            None if CAPITAL.search(pattern) or _CASELESS.search(pattern) else _pieces(parts),
            _ways(parts),
            spaces if spaces is not None and spaces <= _WIDE else None,
        )
    except (
        ImportError,
        AttributeError,
        KeyError,
        re.error,
        RecursionError,
    ):  # a form that `regex` alone knows
        return Extent()


def _most(parts: Iterable[tuple[Parsed, Parsed]], counts: _Counts) -> int | None:
    """Return how many characters that count a sequence looks at, matched or not; `None` where there is no end."""
    whole = 0
    for name, value in parts:
        found = _most_of(str(name), value, counts)
        if found is None:
            return None
        whole += found
    return whole


def _most_of(name: str, value: Parsed, counts: _Counts) -> int | None:  # one return an operation
    if name in {"LITERAL", "NOT_LITERAL", "IN", "ANY"}:
        return counts(name, value)
    if name == "AT":
        return counts(name, value) if "BOUNDARY" in str(value) else None
    if name == "BRANCH":
        found = [_most(branch, counts) for branch in value[1]]
        return None if None in found else max(one for one in found if one is not None)
    if name in _REPEATS:
        inner = _most(value[2], counts)
        if not inner:
            return inner
        return None if value[1] > _WIDEST else inner * int(value[1])
    inside = _INSIDE.get(name)
    return _most(inside(value), counts) if inside else None


def _is_one(_name: str, _value: Parsed) -> int:
    return 1


def _is_space(name: str, value: Parsed) -> int:
    return int(_may_be_space(name, value))


def _ways(parts: Iterable[tuple[Parsed, Parsed]]) -> int | None:
    """Return in how many ways a sequence may be tried, choices between texts aside; `None` for many."""
    whole = 1
    for name, value in parts:
        found = _ways_of(str(name), value)
        if found is None or whole * found > _WAYS:
            return None
        whole *= found
    return whole


def _ways_of(name: str, value: Parsed) -> int | None:
    if name in {"LITERAL", "NOT_LITERAL", "IN", "ANY", "AT"}:
        return 1
    if name == "BRANCH":
        found = [_ways(branch) for branch in value[1]]
        return None if None in found else max(one for one in found if one is not None)
    if name in _REPEATS:
        inner = _ways(value[2])
        if inner is None or value[1] > _WAYS:
            return None
        return sum(inner**count if inner > 1 else 1 for count in range(int(value[0]), int(value[1]) + 1))
    inside = _INSIDE.get(name)
    return _ways(inside(value)) if inside else None


def _may_hold_space(parts: Iterable[tuple[Parsed, Parsed]]) -> bool:
    """Whether anything in a sequence fits a space, or tells one from the text's end."""
    return any(_may_be_space(str(name), value) for name, value in parts)


def _may_be_space(name: str, value: Parsed) -> bool:  # one return an operation
    if name == "LITERAL":
        return chr(value).isspace()
    if name == "IN":
        return _class_holds_space(value)
    if name == "AT":
        return "BOUNDARY" not in str(value)
    if name == "BRANCH":
        return any(map(_may_hold_space, value[1]))
    if name in _REPEATS:
        return _may_hold_space(value[2])
    inside = _INSIDE.get(name)
    return _may_hold_space(inside(value)) if inside else True


def _class_holds_space(items: Sequence[tuple[Parsed, Parsed]]) -> bool:
    if str(items[0][0]) == "NEGATE":
        return "CATEGORY_SPACE" not in {str(of) for _, of in items}
    return any(_holds_space(str(kind), of) for kind, of in items)


def _holds_space(kind: str, of: Parsed) -> bool:
    """Whether a part of a class fits a space."""
    if kind == "LITERAL":
        return chr(of).isspace()
    if kind == "RANGE":
        return any(of[0] <= space <= of[1] for space in _SPACES)
    return str(of) not in _SPACELESS


def _pieces(parts: Iterable[tuple[Parsed, Parsed]]) -> frozenset[str] | None:
    """Return runs of letters of which every match of a sequence holds one: those that are seldom met."""
    found = [pieces for pieces in _runs(parts) if pieces and len(pieces) <= _PIECES]
    return min(found, key=lambda pieces: (_rate(pieces), sorted(pieces)), default=None)


def _rate(pieces: frozenset[str]) -> float:
    return sum(26.0 ** -len(piece) for piece in pieces)


def _runs(parts: Iterable[tuple[Parsed, Parsed]]) -> Iterable[frozenset[str] | None]:
    """Yield what each part that has to stand there offers."""
    letters: list[tuple[Parsed, Parsed]] = []  # right before
    for part in parts:
        name, value = str(part[0]), part[1]
        if name == "LITERAL":
            letters.append(part)
            continue
        yield _run(letters)
        if name in _MUST:
            yield _pieces(_INSIDE[name](value))
        elif name in _REPEATS and value[0] > 0:
            yield _pieces(value[2])
        elif name == "BRANCH":
            found = [_pieces([*letters, *branch]) for branch in value[1]]
            yield frozenset().union(*(one or () for one in found)) if all(found) else None
        letters = []
    yield _run(letters)


def _run(literals: Iterable[tuple[Parsed, Parsed]]) -> frozenset[str] | None:
    """Return a run that is long enough to tell anything."""
    letters = "".join(chr(value) for _, value in literals)
    return frozenset((letters[:_MOST],)) if len(letters) >= _LETTERS and letters.isascii() else None


def around(places: Iterable[int], most: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches that reach so far around places, those that touch made one."""
    return _joined((max(0, place - most), place + most + 1) for place in places)


def around_words(
    places: Iterable[int], most: int, gaps: Sequence[int], length: int
) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text with so many spaces to each side of places; `gaps` are where its spaces stand."""

    def around_one(place: int) -> tuple[int, int]:
        before, after = bisect_left(gaps, place) - most - 1, bisect_right(gaps, place) + most
        return (gaps[before] + 1 if before >= 0 else 0), (gaps[after] if after < len(gaps) else length)

    return _joined(map(around_one, places))


def _joined(stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield stretches, given in order, those that touch made one."""
    low, high = 0, -1
    for start, end in stretches:
        if start > high:
            if high >= 0:
                yield low, high
            low = start
        high = end
    if high >= 0:
        yield low, high
