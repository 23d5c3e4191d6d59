"""Entities: what has a form of its own (an e-mail address, a date of birth). One kind, one file, one line.

A finder reads `page.plain`, which has the length of the text, and returns spans in code points.
"""

from __future__ import annotations

from collections.abc import Callable

from postil.engine.entities import (
    bsn,
    email,
    hashtag,
    iban,
    mention,
    nhs_number,
    number,
    passport,
    phone,
    s_number,
    staff_number,
    student_number,
    url,
)
from postil.engine.entities._own import EntityWords
from postil.engine.page import Page, Span

__all__ = ["ENTITIES", "EntityWords", "Finder"]

Finder = Callable[[Page, EntityWords], tuple[Span, ...]]
"""Finds every entity of one kind, in order, without overlap."""

ENTITIES: dict[str, Finder] = {
    "bsn": bsn.find,
    "email": email.find,
    "hashtag": hashtag.find,
    "iban": iban.find,
    "mention": mention.find,
    "nhs-number": nhs_number.find,
    "number": number.find,
    "passport": passport.find,
    "phone": phone.find,
    "s-number": s_number.find,
    "staff-number": staff_number.find,
    "student-number": student_number.find,
    "url": url.find,
}
"""Kind -> finder. A kind that is not here is found nowhere."""
