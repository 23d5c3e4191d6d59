"""How finders look: a pattern over the plain text, a test a match, links left alone, overlaps settled."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from postil.engine.extent import around, around_words, extent
from postil.engine.needed import class_of, needed_digits, needed_sets
from postil.engine.page import Page, Span

_LONG = 100  # characters of a text of which a part is worth leaving out


def digits(text: str) -> str:
    """The digits of a text, and nothing else."""
    return "".join(char for char in text if "0" <= char <= "9")


def seek(
    page: Page,
    pattern: re.Pattern[str],
    accept: Callable[[re.Match[str]], bool] | None = None,
    places: list[int] | None = None,
) -> tuple[Span, ...]:
    """Every accepted match outside links: its group `it` where that took part, else the whole.

    Who knows `places`, in order, of which every match holds one may name them.
    """
    group = "it" if "it" in pattern.groupindex else 0
    found = [
        m.span(group if m.start(group) >= 0 else 0)
        for m in _matches(page, pattern, places)
        if accept is None or accept(m)
    ]
    return outside_links(page, [Span(*span) for span in found]) if found else ()


def _matches(page: Page, pattern: re.Pattern[str], places: list[int] | None) -> Iterable[re.Match[str]]:
    """Every match: looked for around what each needs, where no match reaches far."""
    text, reach = page.plain, _reach(pattern)
    if reach.digits > page.digits.row or any(map(page.signs.isdisjoint, reach.needed)):
        return ()
    if len(text) < _LONG or (reach.most is None and reach.spaces is None):
        return pattern.finditer(text)
    if places is None and reach.rarest:
        places = [found.start() for found in reach.rarest.finditer(text)]
    if places is None:
        return pattern.finditer(text)
    if reach.most is not None:
        parts = around(places, reach.most)
    else:
        parts = around_words(places, reach.spaces or 0, page.plain_gaps, len(text))
    return (found for low, high in parts for found in pattern.finditer(text, low, high))


def places_of(page: Page, words: frozenset[str]) -> list[int]:
    """Where some words stand."""
    columns = page.columns
    return [start for start, fold in zip(columns.starts, columns.folds, strict=True) if fold in words]


class _Reach(NamedTuple):
    """What every match holds, of characters and digits in a row, and how far it reaches, in characters and spaces."""

    needed: tuple[frozenset[str], ...]
    rarest: re.Pattern[str] | None
    digits: int
    most: int | None
    spaces: int | None


@cache
def _reach(pattern: re.Pattern[str]) -> _Reach:
    told, needed = extent(pattern.pattern), needed_sets(pattern.pattern)
    rarest = class_of(needed[0]) if needed else None
    return _Reach(needed, rarest, needed_digits(pattern.pattern), told.most, told.spaces)


def outside_links(page: Page, spans: list[Span]) -> tuple[Span, ...]:
    """The spans that touch no link, e-mail address, handle or hashtag."""
    links = page.links if spans else ()
    if not links:
        return tuple(spans)
    kept = []
    for one in spans:
        last = bisect_left(links, (one.end,)) - 1  # links do not overlap: the last that begins before the end
        if last < 0 or links[last].end <= one.start:
            kept.append(one)
    return tuple(kept)


def of_kind(page: Page, kind: str) -> tuple[Span, ...]:
    """The tokens of one kind."""
    columns = page.columns
    if kind not in columns.kinds:
        return ()
    return tuple(
        Span(start, end)
        for start, end, one in zip(columns.starts, columns.ends, columns.kinds, strict=True)
        if one == kind
    )


def settle(spans: Iterable[Span]) -> tuple[Span, ...]:
    """In order and without overlap: the first wins, the longer of two that begin together."""
    kept: list[Span] = []
    for one in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)
