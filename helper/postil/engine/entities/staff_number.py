"""Staff numbers: five to eight digits, with a letter or two in front at some places."""

from __future__ import annotations

import re

from postil.engine.entities._own import EntityWords
from postil.engine.entities._seek import seek
from postil.engine.page import Page, Span

_FORM = re.compile(r"(?<![\w@#/=+€£$.,-])[A-Za-z]{0,2}-?[0-9]{5,8}(?![\w%€]|[.,:/-][0-9])")


def find(page: Page, _words: EntityWords) -> tuple[Span, ...]:
    """Every number of that form. It may be anything: give it a `near`."""
    return seek(page, _FORM) if page.has_digit else ()
