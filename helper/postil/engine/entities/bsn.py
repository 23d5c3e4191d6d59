"""Burgerservicenummers: nine digits that pass the eleven test."""

from __future__ import annotations

import re

from postil.engine.entities._own import EntityWords
from postil.engine.entities._seek import digits, seek
from postil.engine.page import Page, Span

_NINE = re.compile(
    r"(?<![0-9€£$+#/=])(?<![0-9][.,-])(?<![^\W\d_])"
    r"(?:[0-9]{9}|(?<![0-9] )"  # in groups: not the tail of a longer row of groups, nor its head
    r"(?:[0-9]{3}([ .-])[0-9]{3}\1[0-9]{3}|[0-9]{4}([ .-])[0-9]{2}\2[0-9]{3}"
    r"|[0-9]{2}([ .-])[0-9]{3}\3[0-9]{4})"
    r"(?! [0-9]))"
    r"(?![\w%€]|[.,-][0-9])"
)
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def find(page: Page, _words: EntityWords) -> tuple[Span, ...]:
    """Every number that could be one. One in eleven of any nine digits is: give it a `near`."""
    return seek(page, _NINE, lambda match: is_bsn(digits(match[0]))) if page.has_digit else ()


def is_bsn(number: str) -> bool:
    """Whether nine digits pass the eleven test."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=True))
    return total % 11 == 0 and int(number) > 0
