"""How finders look: a pattern over the plain text, a test a match, links left alone, overlaps settled."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import cache

from postil.engine.extent import around, extent
from postil.engine.needed import needed_characters
from postil.engine.page import Page, Span

_LONG = 100  # characters of a text of which a part is worth leaving out


def digits(text: str) -> str:
    """The digits of a text, and nothing else."""
    return "".join(char for char in text if "0" <= char <= "9")


def seek(
    page: Page, pattern: re.Pattern[str], accept: Callable[[re.Match[str]], bool] | None = None
) -> tuple[Span, ...]:
    """Every accepted match outside links: its group `it` where that took part, else the whole."""
    group = "it" if "it" in pattern.groupindex else 0
    found = [
        m.span(group if m.start(group) >= 0 else 0)
        for m in _matches(page.plain, pattern)
        if accept is None or accept(m)
    ]
    return outside_links(page, [Span(*span) for span in found]) if found else ()


def _matches(text: str, pattern: re.Pattern[str]) -> Iterable[re.Match[str]]:
    """Every match: looked for around what each needs, where no match reaches far."""
    needed, most = _reach(pattern)
    if needed is None or most is None or len(text) < _LONG:
        return pattern.finditer(text)
    places = (found.start() for found in needed.finditer(text))
    return (found for low, high in around(places, most) for found in pattern.finditer(text, low, high))


@cache
def _reach(pattern: re.Pattern[str]) -> tuple[re.Pattern[str] | None, int | None]:
    """The characters of which every match holds one, and how many characters it looks at."""
    return needed_characters(pattern.pattern), extent(pattern.pattern).most


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
