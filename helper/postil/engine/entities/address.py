"""Where somebody lives: a street with its number, a postcode with a house number."""

from __future__ import annotations

import re
from itertools import pairwise

from postil.engine.entities._own import EntityWords
from postil.engine.entities._seek import seek, settle
from postil.engine.entities.postcode import BRITISH, DUTCH
from postil.engine.page import Page, Span

_NUMBER = (
    r"[1-9][0-9]{0,3}(?: ?-?[a-zA-Z](?![\w'-])|-[0-9]{1,3}(?![0-9])| ?(?:hs|bis|I{1,3}))?"
    r"(?![\w%€]|[.:/][0-9])"
)
_TOWN = rf"(?:(?:,? [A-Z][\w'-]+){{0,2}},? (?:{DUTCH}|{BRITISH})(?:,? [A-Z][\w-]+(?: [A-Z][\w-]+)?)?)?"
_NOT_A_COUNT = r"(?! (?:uur|jaar|jr|keer|dagen|weken|maanden|minuten|km|meter|mensen|personen|punten|euro)\b)"
_STREET_NL = (
    r"(?:[A-Z][\w.'-]* (?:(?:[A-Z][\w.'-]*|van|de|den|der|het|'t|ten|ter) ){0,2})?"
    r"(?:[\w'-]{3,}?(?:straat|gracht|singel|steeg)"
    # The commonest words that end like a street are left out; so is any that has no capital.
    r"|(?!(?:Onder|Halver|Snel|Terug|Heen|Ring|Van|Super|Arbeids|Huizen|Woning)(?:weg|markt))"
    r"[A-Z][\w'-]*(?:laan|plein|kade|dreef|weg|dijk|hof|pad|plantsoen|baan|wal|markt|park|boulevard)"
    r"|(?:Straat|Laan|Plein|Markt|Singel|Kade|Weg|Dijk|Hof|Pad|Park|Wal))"
)
_STREET_EN = (
    r"(?!(?:Minute|Min|Hour|Mile|Day|Year)s? )(?:(?:[A-Z][\w'.-]+|St\.?) ){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Close|Court|Crescent|Terrace|Place|Way|Gardens|Grove|Row|"
    r"Square|Hill|Mews|Walk|View|Rise|Parade|Park)\b\.?"
)
_ENDS_NL = (
    *("straat", "gracht", "singel", "steeg", "laan", "plein", "kade", "dreef", "weg", "dijk", "hof", "pad"),
    *("plantsoen", "baan", "wal", "markt", "park", "boulevard"),
)
_ENDS_EN = frozenset({
    "street", "st", "road", "rd", "avenue", "ave", "lane", "ln", "drive", "close", "court", "crescent", "terrace",
    "place", "way", "gardens", "grove", "row", "square", "hill", "mews", "walk", "view", "rise", "parade", "park",
})  # fmt: skip
_FLAT = r"(?:(?:[Ff]lat|[Aa]partment|[Aa]pt\.?|[Uu]nit) [0-9]+[A-Za-z]?,? )?"
_SHAPES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\w-]){_STREET_NL} {_NUMBER}{_NOT_A_COUNT}{_TOWN}",
        rf"(?<![\w€£$#@/=.,-]){_FLAT}[1-9][0-9]{{0,3}}[A-Za-z]?,? {_STREET_EN}{_TOWN}",
        rf"\b{DUTCH},? (?:nr\.? ?|nummer |huisnummer )?{_NUMBER}",
    )
)


def find(page: Page, _words: EntityWords) -> tuple[Span, ...]:
    """Every address."""
    if not page.has_digit:
        return ()
    columns = page.columns
    signs = (
        any(after[:1].isdecimal() and before.endswith(_ENDS_NL) for before, after in pairwise(columns.folds)),
        any(
            fold in _ENDS_EN and page.plain[start].isupper()
            for start, fold in zip(columns.starts, columns.folds, strict=True)
        ),
        True,
    )
    return settle(
        span for shape, sign in zip(_SHAPES, signs, strict=True) if sign for span in seek(page, shape)
    )
