"""Hashtags, as the tokeniser reads them."""

from __future__ import annotations

from postil.engine.entities._own import EntityWords
from postil.engine.entities._seek import of_kind
from postil.engine.page import Page, Span


def find(page: Page, _words: EntityWords) -> tuple[Span, ...]:
    """Every hashtag."""
    return of_kind(page, "hashtag")
