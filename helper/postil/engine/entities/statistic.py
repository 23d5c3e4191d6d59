"""Figures given as facts: `73%`, `1 in 3`, `nine out of ten`, `twee op de drie`, `three times as likely`."""

from __future__ import annotations

import re
from itertools import pairwise

from postil.engine.entities._number_words import DUTCH, ENGLISH, NUMBER_WORDS
from postil.engine.entities._own import EntityWords
from postil.engine.entities._seek import digits, places_of, seek, settle
from postil.engine.page import Page, Span

_N = r"[0-9]+(?:[.,][0-9]+)*"
_BEGIN = r"(?<![\w€£$+#/=.,:-])"
_SAYINGS = frozenset({"100", "110", "200", "1000"})  # 100% agree, 110% commitment
_FIRST_YEAR, _LAST_YEAR = 1900, 2099

_SHARE = re.compile(
    rf"{_BEGIN}(?P<n>{_N}|{ENGLISH}|{DUTCH}) ?(?:%|(?:percent|per cent|procent|pct)\b)"
    r"(?! (?:off|discount|korting|sure|zeker|battery|batterij|full|vol|alcohol|cotton|katoen)\b)",
    re.IGNORECASE,
)
_RATIO = re.compile(
    rf"{_BEGIN}(?P<few>[0-9]+|{ENGLISH}|{DUTCH})"
    r" (?:in(?: every)?|out of(?: every)?|op(?: de| elke| iedere)?|van de|van elke) "
    rf"(?P<many>[0-9]+(?:[.,][0-9]{{3}})*|{ENGLISH}|{DUTCH}|(?:a )?hundred|(?:a )?thousand|duizend)"
    r"(?![\w%:]|[.,/-][0-9])(?! (?:jan|feb|m(?:aa)?rt|apr|mei|jun|jul|aug|sep|okt|nov|dec))",
    re.IGNORECASE,
)
_TIMES = re.compile(
    rf"{_BEGIN}(?:"
    rf"(?:twice|thrice|(?:{_N} ?|{ENGLISH} )(?:times|x|\u00d7))"
    r" (?:as|more|less|fewer|higher|lower|greater|bigger|faster)"
    rf"|(?:{_N} ?|{DUTCH} )(?:keer|maal|x|\u00d7) (?:zo|meer|minder|vaker|hoger|lager|groter|kleiner|sneller)"
    r"|(?:twee|drie|vier|vijf|tien)maal (?:zo|meer|minder|vaker|hoger|lager|groter|kleiner)|dubbel zo"
    r")\b(?! (?:dan|than)\b)",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:(?:half|(?:a|one) third|two[ -]thirds|a quarter|three[ -]quarters|a fifth)"
    r" of (?:all|our|the \w+s)"
    r"|(?:de helft|een derde|twee ?derde|een kwart|driekwart|een vijfde) van (?:alle|de|onze))\b",
    re.IGNORECASE,
)
_FINDING = re.compile(rf"(?<!\w)(?:[pP] ?[<=>≤] ?0?[.,][0-9]+|[nN] ?= ?{_N})(?!\w)")

_FINDING_SIGN = re.compile("[<=>≤]")
_RATIO_SIGNS = frozenset({"in", "of", "op", "van"})
_AFTER_A_NUMBER = frozenset({"in", "out", "op", "van"})
_ENDS_OF_NUMBERS = (*sorted(NUMBER_WORDS), "een", "honderd")
_SHARE_SIGNS = frozenset({"percent", "cent", "procent", "pct"})
_TIMES_SIGNS = frozenset(
    {"twice", "thrice", "times", "keer", "maal", "dubbel"}
    | {"tweemaal", "driemaal", "viermaal", "vijfmaal", "tienmaal"}
)
_PERCENT = re.compile("%")
_TIMES_SIGN = re.compile(r"[0-9] ?[xX\u00d7]")
_PART_SIGNS = frozenset(
    {"half", "third", "thirds", "quarter", "quarters", "fifth"}
    | {"helft", "derde", "tweederde", "kwart", "driekwart", "vijfde"}
)


def find(page: Page, _words: EntityWords) -> tuple[Span, ...]:
    """Every figure of that kind, but for sayings (100%)."""
    folds, in_digits = page.words, page.has_digit
    found: list[Span] = []
    if "%" in page.plain or folds & _SHARE_SIGNS:
        found += seek(
            page, _SHARE, lambda match: match["n"] not in _SAYINGS, _places(page, _SHARE_SIGNS, _PERCENT)
        )
    if (in_digits or folds & NUMBER_WORDS) and folds & _RATIO_SIGNS:
        found += seek(page, _RATIO, _is_a_share, _places_of_ratios(page))
    if folds & _TIMES_SIGNS or (in_digits and _TIMES_SIGN.search(page.plain)):
        found += seek(page, _TIMES, None, _places(page, _TIMES_SIGNS, _TIMES_SIGN))
    if folds & _PART_SIGNS:
        found += seek(page, _PART, None, places_of(page, _PART_SIGNS))
    if in_digits and _FINDING_SIGN.search(page.plain):
        found += seek(page, _FINDING)
    return settle(found)


def _places(page: Page, words: frozenset[str], sign: re.Pattern[str]) -> list[int]:
    """Where some words or a sign stand."""
    return sorted([*places_of(page, words), *(found.start() for found in sign.finditer(page.plain))])


def _places_of_ratios(page: Page) -> list[int]:
    """Where a word that may go on with a ratio stands right behind a number."""
    columns = page.columns
    return [
        start
        for start, (before, after) in zip(columns.starts[1:], pairwise(columns.folds), strict=True)
        if after in _AFTER_A_NUMBER and (before.endswith(_ENDS_OF_NUMBERS) or before[-1:].isdecimal())
    ]


def _is_a_share(match: re.Match[str]) -> bool:
    """`1 in 2026` is none, nor `2 in 1`."""
    few, many = match["few"].lower(), match["many"].lower()
    number = int(digits(many) or 0)
    if not number:
        return few != many
    if len(many) == len("2026") and _FIRST_YEAR <= number <= _LAST_YEAR:
        return False
    return not few.isdigit() or int(few) < number
