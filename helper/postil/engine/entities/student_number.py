"""Student numbers, with their `s` or as bare digits."""

from __future__ import annotations

import re

from postil.engine.entities import s_number
from postil.engine.entities._own import EntityWords
from postil.engine.entities._seek import seek, settle
from postil.engine.page import Page, Span

_BARE = re.compile(r"(?<![\w@#/=+€£$-])(?<![0-9][.,])[0-9]{7,9}(?![\w%€]|[.,:/-][0-9])")


def find(page: Page, words: EntityWords) -> tuple[Span, ...]:
    """Every number of that form. Seven to nine bare digits may be anything: give it a `near`."""
    return settle((*s_number.find(page, words), *seek(page, _BARE))) if page.has_digit else ()
