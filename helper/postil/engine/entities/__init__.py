"""Entities: what has a form of its own (an e-mail address, a date of birth). One kind, one file, one line.

A finder reads `page.plain`, which has the length of the text, and returns spans in code points.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

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

Form = Literal["digit", "hashtag", "mention", "url"]

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

DIGIT: Form = "digit"
FORMS: dict[str, Form] = {
    **dict.fromkeys(
        (
            "address",
            "amount",
            "bsn",
            "date",
            "date-of-birth",
            "iban",
            "nhs-number",
            "number",
            "passport",
            "phone",
            "postcode",
            "s-number",
            "staff-number",
            "student-number",
        ),
        DIGIT,
    ),
    "hashtag": "hashtag",
    "mention": "mention",
    "url": "url",
}
"""Kind -> what a page must hold for one to stand there, where that is told at once: a digit, a kind of token."""


def forms(page: Page) -> set[str]:
    """Return which of the forms a page holds."""
    return {DIGIT, *page.columns.kinds} if page.has_digit else set(page.columns.kinds)
