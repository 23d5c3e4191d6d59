"""Handles of others: `@name`, without the institution's own."""

from __future__ import annotations

from postil.engine.entities._own import EntityWords
from postil.engine.entities._seek import of_kind
from postil.engine.page import Page, Span


def find(page: Page, words: EntityWords) -> tuple[Span, ...]:
    """Every handle that is not the institution's."""
    return tuple(
        one
        for one in of_kind(page, "mention")
        if page.plain[one.start : one.end].lower() not in words.handles
    )
