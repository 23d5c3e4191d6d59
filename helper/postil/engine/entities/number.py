"""Numbers in digits, as the tokeniser reads them: `54`, `7,5`, `12-3`, `4B`."""

from __future__ import annotations

from postil.engine.entities._own import EntityWords
from postil.engine.entities._seek import of_kind
from postil.engine.page import Page, Span


def find(page: Page, _words: EntityWords) -> tuple[Span, ...]:
    """Every number."""
    return of_kind(page, "number")
