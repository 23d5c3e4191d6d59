"""NHS numbers: ten digits, the last one a check; written bare or as three, three and four."""

from __future__ import annotations

import re

from postil.engine.entities._own import EntityWords
from postil.engine.entities._seek import digits, seek
from postil.engine.page import Page, Span

_TEN = re.compile(
    r"(?<![0-9€£$+#/=])(?<![0-9][.,-])(?<![^\W\d_])"
    r"(?:[0-9]{10}|(?<![0-9] )[0-9]{3}([ -])[0-9]{3}\1[0-9]{4}(?! [0-9]))"
    r"(?![\w%€]|[.,-][0-9])"
)


def find(page: Page, _words: EntityWords) -> tuple[Span, ...]:
    """Every number that could be one. One in eleven of any ten digits is: give it a `near`."""
    return seek(page, _TEN, lambda match: is_nhs_number(digits(match[0]))) if page.has_digit else ()


def is_nhs_number(number: str) -> bool:
    """Whether ten digits carry their check digit."""
    total = sum((10 - place) * int(digit) for place, digit in enumerate(number[:9]))
    return (total + int(number[9])) % 11 == 0 and len(set(number)) > 1
