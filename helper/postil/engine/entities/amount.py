"""Sums of money: `€1.200`, `£3m`, `32 euro`, `€ 15,-`."""

from __future__ import annotations

import re

from postil.engine.entities._own import EntityWords
from postil.engine.entities._seek import seek
from postil.engine.page import Page, Span

_N = r"[0-9]{1,3}(?:[., ][0-9]{3})*(?:[.,](?:[0-9]{1,2}|-+))?(?![0-9])|[0-9]+(?:[.,](?:[0-9]{1,2}|-+))?"
_SCALE = r"(?: ?(?:k|m|mln|bn|miljoen|miljard|duizend|million|billion|thousand)\b)?"
_SUM = re.compile(
    rf"(?:[€£$]|\b(?:EUR|GBP|USD)) ?(?:{_N}){_SCALE}"
    rf"|(?<![\w.,/-])(?:{_N}){_SCALE} ?(?:€|(?:euro'?s?|eur|pounds?|quid|gbp|pond|dollars?|usd)\b)",
    re.IGNORECASE,
)


def find(page: Page, _words: EntityWords) -> tuple[Span, ...]:
    """Every sum."""
    return seek(page, _SUM) if page.has_digit else ()
