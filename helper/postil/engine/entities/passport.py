"""Passport and identity-card numbers: Dutch (two letters, six signs, a digit), British and others."""

from __future__ import annotations

import re

from postil.engine.entities._own import EntityWords
from postil.engine.entities._seek import seek
from postil.engine.page import Page, Span

_FORMS = re.compile(
    r"(?<![\w@#/=+€£$-])(?<![0-9][.,])"
    r"(?:[A-NP-Z]{2}[A-NP-Z0-9]{6}[0-9]"  # Dutch: never the letter O
    r"|[a-np-z]{2}(?=[a-z]*[0-9][a-z]*[0-9])[a-np-z0-9]{6}[0-9]"
    r"|[CFGHJK][CFGHJKLMNPRTVWXYZ0-9]{7}[0-9]"  # German
    r"|[0-9]{3} ?[0-9]{3} ?[0-9]{3}"  # British and older American
    r"|[A-Z][0-9]{7,8})"
    r"(?![\w%€]|[.,:/-][0-9])"
)


def find(page: Page, _words: EntityWords) -> tuple[Span, ...]:
    """Every number of these forms. Nine bare digits may be anything: give it a `near`."""
    return seek(page, _FORMS) if page.has_digit else ()
