"""Postcodes, Dutch and British."""

from __future__ import annotations

import re

from postil.engine.entities._own import EntityWords
from postil.engine.entities._seek import seek
from postil.engine.page import Page, Span

_NO_DUTCH_LETTERS = r"(?!SA|SD|SS)"
_NO_YEAR_AND_WORD = r"(?!(?:19|20)[0-9]{2} (?:NL|UK|US|EU|AI|IT|TV|PM|AM|HR|OK|CO|GB|MB|BC|AD|DE|WK|EK))"
DUTCH = rf"{_NO_YEAR_AND_WORD}[1-9][0-9]{{3}} ?{_NO_DUTCH_LETTERS}[A-Z]{{2}}"
BRITISH = (
    r"(?:[A-PR-UWYZ](?:[0-9]{1,2}|[A-HK-Y][0-9]{1,2}|[0-9][A-HJKSTUW]|[A-HK-Y][0-9][ABEHMNPRVWXY])"
    r" ?[0-9][ABD-HJLNP-UW-Z]{2})"
)
_POSTCODE = re.compile(
    rf"(?<![\w€£$#@/=.,-])"
    rf"(?:{DUTCH}|[1-9][0-9]{{3}}[a-z]{{2}}|{BRITISH}|(?i:{BRITISH})(?<= [0-9][a-z]{{2}}))(?![\w-])"
)
_UNITS = re.compile(r"[0-9]{4}(?:km|kg|mb|gb|mg|ml|cm|mm|st|nd|rd|th|de|am|pm|px|hz|wh|kw|mw|ms|en)$")


def find(page: Page, _words: EntityWords) -> tuple[Span, ...]:
    """Every postcode."""
    return seek(page, _POSTCODE, lambda match: not _UNITS.match(match[0])) if page.has_digit else ()
