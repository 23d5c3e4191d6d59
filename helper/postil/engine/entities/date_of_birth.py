"""Dates on which somebody alive may have been born: day, month and year."""

from __future__ import annotations

import re

from postil.engine.entities._own import EntityWords
from postil.engine.entities._seek import seek, settle
from postil.engine.entities.date import NUMERIC, WORDED
from postil.engine.page import Page, Span

_FIRST, _LAST = 1900, 2020
"""Later dates are mostly appointments: for a young child ask `date` with a `near`."""

_NUMBERS = re.compile("[0-9]+")
_CENTURY = 100


def find(page: Page, _words: EntityWords) -> tuple[Span, ...]:
    """Every such date. Anything may have happened on it: give it a `near`, or a name beside it."""
    if not page.has_digit:
        return ()
    return settle(
        (
            *seek(page, NUMERIC, lambda match: _is_plausible(match[0], numbers=3)),
            *seek(page, WORDED, lambda match: _is_plausible(match[0], numbers=2)),
        )
    )


def _is_plausible(date: str, *, numbers: int) -> bool:
    """Whether a date of so many numbers has a year in which somebody alive was born."""
    found = _NUMBERS.findall(date)
    if len(found) < numbers:
        return False
    year = int(next((number for number in found if len(number) == len("1961")), found[-1]))
    if year < _CENTURY:  # '61 is 1961 and '04 is 2004; '26 is an appointment
        year += 2000 if year <= _LAST - 2000 else 1900
        return year not in range(1921, 1930)
    return _FIRST <= year <= _LAST
