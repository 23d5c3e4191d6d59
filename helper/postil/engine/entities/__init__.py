"""Entities: what has a form of its own (an e-mail address, a date of birth). One kind, one file, one line.

A finder reads `page.plain`, which has the length of the text, and returns spans in code points.
"""

from __future__ import annotations

from collections.abc import Callable

from postil.engine.entities import (
    address,
    age,
    amount,
    bsn,
    credential,
    date,
    date_of_birth,
    email,
    grade,
    hashtag,
    iban,
    mention,
    name,
    nhs_number,
    number,
    passport,
    password,
    phone,
    postcode,
    s_number,
    staff_number,
    statistic,
    student_number,
    url,
)
from postil.engine.entities._own import EntityWords
from postil.engine.page import Page, Span

__all__ = ["ENTITIES", "FORMS", "EntityWords", "Finder", "forms"]

Finder = Callable[[Page, EntityWords], tuple[Span, ...]]
"""Finds every entity of one kind, in order, without overlap."""

ENTITIES: dict[str, Finder] = {
    "address": address.find,
    "age": age.find,
    "amount": amount.find,
    "bsn": bsn.find,
    "credential": credential.find,
    "date": date.find,
    "date-of-birth": date_of_birth.find,
    "email": email.find,
    "grade": grade.find,
    "hashtag": hashtag.find,
    "iban": iban.find,
    "mention": mention.find,
    "name": name.find,
    "nhs-number": nhs_number.find,
    "number": number.find,
    "passport": passport.find,
    "password": password.find,
    "phone": phone.find,
    "postcode": postcode.find,
    "s-number": s_number.find,
    "staff-number": staff_number.find,
    "statistic": statistic.find,
    "student-number": student_number.find,
    "url": url.find,
}
"""Kind -> finder. A kind that is not here is found nowhere."""

_DIGITS: dict[str, tuple[int, int]] = {
    "address": (1, 1),
    "amount": (1, 1),
    "bsn": (3, 9),
    "date": (1, 1),
    "date-of-birth": (2, 3),
    "iban": (2, 4),
    "nhs-number": (4, 10),
    "number": (1, 1),
    "passport": (1, 1),
    "phone": (1, 9),
    "postcode": (1, 1),
    "s-number": (6, 6),
    "staff-number": (5, 5),
    "student-number": (6, 6),
}
"""Kind -> how many digits in a row a page must hold for one to stand there, and how many in all."""
_OF_DIGITS: dict[tuple[int, int], str] = {
    least: f"{least[0]} of {least[1]} digits" for least in _DIGITS.values()
}
FORMS: dict[str, str] = {
    **{kind: _OF_DIGITS[least] for kind, least in _DIGITS.items()},
    "hashtag": "hashtag",
    "mention": "mention",
    "url": "url",
}
"""Kind -> what a page must hold for one to stand there, where that is told at once: digits, a kind of token."""


def forms(page: Page) -> set[str]:
    """Return which of the forms a page holds."""
    found: set[str] = set(page.columns.kinds)
    if page.has_digit:
        row, every = page.digits
        found.update(
            form for (in_row, in_all), form in _OF_DIGITS.items() if in_row <= row and in_all <= every
        )
    return found
