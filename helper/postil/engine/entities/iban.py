"""IBANs of every country that has them, together or in groups, in capitals or not."""

from __future__ import annotations

import re

from postil.engine.entities._own import EntityWords
from postil.engine.entities._seek import settle
from postil.engine.page import Page, Span

_START = re.compile(r"(?<![^\W_])[A-Za-z]{2}[0-9]{2}(?=[ .-]?[0-9A-Za-z])")
_REGISTRY = (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 "
    "EE20  EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 "
    "IT27 JO30  KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 "
    "NL18 NO15 OM23  PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 "
    "SV28 TL23 TN24 TR26  UA29 VA22 VG24 XK20 YE30"
)
_LENGTHS = {entry[:2]: int(entry[2:]) for entry in _REGISTRY.split()}
"""Country -> length. Source: the SWIFT registry of IBANs."""


def find(page: Page, _words: EntityWords) -> tuple[Span, ...]:
    """Every account number whose check digits are right."""
    if not page.has_digit:
        return ()
    starts = (match.start() for match in _START.finditer(page.plain))
    return settle(Span(start, end) for start in starts if (end := _end_of_iban(page.plain, start)))


def _end_of_iban(text: str, start: int) -> int | None:
    """Read on for as many letters and digits as its country's have; `None` if it is not one."""
    wanted = _LENGTHS.get(text[start : start + 2].upper())
    if wanted is None:
        return None
    read, at = "", start
    while len(read) < wanted and at < len(text):
        char = text[at]
        if char.isascii() and char.isalnum():
            read += char
        elif not (char in " .-" and text[at + 1 : at + 2].isalnum()):
            return None
        at += 1
    return at if len(read) == wanted and not text[at : at + 1].isalnum() and _checks(read) else None


def _checks(iban: str) -> bool:
    turned = iban[4:] + iban[:4]
    return int("".join(str(int(char, 36)) for char in turned)) % 97 == 1
