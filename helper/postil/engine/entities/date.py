"""Dates, in digits or in words, English and Dutch: a day and a month at least."""

from __future__ import annotations

import re

from postil.engine.entities._own import EntityWords
from postil.engine.entities._seek import seek, settle
from postil.engine.page import Page, Span

_MONTH = (
    r"(?:jan(?:uary|uari)?|feb(?:ruary|ruari)?|mar(?:ch)?|mrt|maart|apr(?:il)?|(?-i:May)|mei|june?|juni|july?|juli|"
    r"aug(?:ust|ustus)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY, _DAY_2 = r"(?:0?[1-9]|[12][0-9]|3[01])", r"(?:0[1-9]|[12][0-9]|3[01])"
_MONTH_N, _MONTH_N_2 = r"(?:0?[1-9]|1[0-2])", r"(?:0[1-9]|1[0-2])"
_FULL_YEAR = r"(?:18|19|20)[0-9]{2}"
_YEAR = rf"(?:{_FULL_YEAR}|'?[0-9]{{2}})"
_BEGIN, _END = r"(?<![\w/=€£$+-])(?<![0-9][.,:])", r"(?![\w%]|[.,:/-][0-9])"

NUMERIC = re.compile(
    rf"{_BEGIN}(?:{_FULL_YEAR}([-./]){_MONTH_N_2}\1{_DAY_2}"
    rf"|{_DAY}([-./]){_MONTH_N}\2{_FULL_YEAR}"
    rf"|{_MONTH_N}/{_DAY}/{_FULL_YEAR}"
    rf"|{_DAY_2} {_MONTH_N_2} {_FULL_YEAR}"
    rf"|{_DAY}([-/]){_MONTH_N}\3[0-9]{{2}}"
    rf"|{_DAY_2}\.{_MONTH_N_2}\.[0-9]{{2}}){_END}"
)
"""`14-03-1961`, `3/14/1961`, `14.3.1961`, `14-3-61`, `1961-03-14`."""

WORDED = re.compile(
    rf"{_BEGIN}(?:{_DAY}(?:st|nd|rd|th|e|ste|de)?(?: of)?[ -]{_MONTH}\b\.?(?:,?[ -]{_YEAR}(?![0-9:]))?"
    rf"|{_MONTH}\.? (?:the )?{_DAY}(?:st|nd|rd|th)?(?![:0-9])(?:,? {_YEAR}(?![0-9:]))?){_END}",
    re.IGNORECASE,
)
"""`3 juli 1993`, `14th of March`, `March 14, 1961`."""


def find(page: Page, _words: EntityWords) -> tuple[Span, ...]:
    """Every date."""
    return settle((*seek(page, NUMERIC), *seek(page, WORDED))) if page.has_digit else ()
