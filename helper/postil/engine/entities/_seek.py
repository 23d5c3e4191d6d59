"""How finders look: a pattern over the plain text, a test a match, links left alone, overlaps settled."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable

from postil.engine.page import Page, Span


def digits(text: str) -> str:
    """The digits of a text, and nothing else."""
    return "".join(char for char in text if "0" <= char <= "9")


def seek(
    page: Page, pattern: re.Pattern[str], accept: Callable[[re.Match[str]], bool] | None = None
) -> tuple[Span, ...]:
    """Every accepted match outside links: its group `it` where that took part, else the whole."""
    group = "it" if "it" in pattern.groupindex else 0
    found = (
        m.span(group if m.start(group) >= 0 else 0)
        for m in pattern.finditer(page.plain)
        if accept is None or accept(m)
    )
    return outside_links(page, [Span(*span) for span in found])


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
