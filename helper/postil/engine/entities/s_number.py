"""Student numbers that show what they are: an `s` and seven digits (six to eight elsewhere)."""

from __future__ import annotations

import re

from postil.engine.entities._own import EntityWords
from postil.engine.entities._seek import seek
from postil.engine.page import Page, Span

_WITH_S = re.compile(r"(?<![\w@#/.=-])[sS][0-9]{6,8}(?![\w-])")


def find(page: Page, _words: EntityWords) -> tuple[Span, ...]:
    """Every number with its `s`: these need no word of context."""
    return seek(page, _WITH_S) if page.has_digit else ()
