"""Somebody's age, where the form tells: `54-year-old`, `82 jr`, `M54`, `mijn patiënt, 54,`, `ze is 94`."""

from __future__ import annotations

import re

from postil.engine.entities._number_words import DUTCH, ENGLISH
from postil.engine.entities._own import EntityWords
from postil.engine.entities._seek import seek, settle
from postil.engine.page import Page, Span

_N = r"(?:1[01][0-9]|[1-9]?[0-9])"  # to 119
_BEGIN, _END = r"(?<![\w€£$+#/=.,:-])", r"(?![\w%°]|[.,:/-][0-9])"
_THINGS = (  # what is so many years old and nobody
    r"(?! (?:bestaan|jubileum|opleiding|studie|contract|plan|project|onderzoek|samenwerking|garantie|"
    r"traditie|university|building|tradition|institution|study|mortgage|law|book|tree)\b)"
)
_BEFORE_A_STRETCH = (
    r"(?<!\bna )(?<!\bal )(?<!\bover )(?<!\bbinnen )(?<!\bsinds )(?<!\bruim )(?<!\bvan de )(?<!\bom de )"
    r"(?<!\bper )(?<!\bin )(?<!\belke )(?<!\bongeveer )(?<!\bbijna )"
)
_AFTER_A_STRETCH = (
    r"(?! (?:geleden|lang|later|ervaring|na|garantie|onderzoek|cel|terug|samen|getrouwd|in|bij|als|verder|"
    r"tijd|celstraf|bestaan|voor|werk|werken|dienst|gewacht|aan|van)\b)"
)
_CHILD = r"(?:meisje|jongetje|kind|zoontje|dochtertje|mannetje|vrouwtje)"
_WRITTEN_OUT = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_BEGIN}(?:{_N}|{ENGLISH})[ -]?(?:years?|yrs?|months?|weeks?|days?)[ -]olds?\b{_THINGS}",
        rf"{_BEGIN}(?:{_N}|{DUTCH})[ -]?jarigen?\b{_THINGS}",
        rf"{_BEGIN}(?:{_N}|{DUTCH})[ -]?jarig {_CHILD}\b",
        rf"{_BEGIN}(?:{_N}|{DUTCH}) (?:jaar|jr\.?|maanden|weken|dagen) (?:oud|jong)\b",
    )
)
_SIGNS = frozenset({"old", "olds", "oud", "jong"})
_UNITS = frozenset(
    {"year", "years", "yr", "yrs", "month", "months", "week", "weeks", "day", "days"}
    | {"jaar", "jr", "maanden", "weken", "dagen"}
)
_WITH_WORDS = re.compile(
    rf"{_BEGIN}{_N} ?(?:y/?o|y\.o\.|yrs?)(?!\w)"
    rf"|{_BEGIN}{_N} years of age\b"
    rf"|\b(?:aged?|age of|leeftijd:?|leeftijd van) {_N}{_END}"
    rf"|{_BEGIN}{_BEFORE_A_STRETCH}[1-9][0-9] ?(?:jaar|jr|j)\b{_AFTER_A_STRETCH}",
    re.IGNORECASE,
)
_WITH_WORDS_SIGN = re.compile(r"[0-9] ?[yYjJ]|[aA]ge|[lL]eeftijd")
_BETWEEN_COMMAS = re.compile(rf"(?<=[^\W\d_], )(?P<it>{_N})(?=[,;)]|\.(?!\w)|$)(?![.,][0-9])")
_AFTER_A_NAME = re.compile(rf"\b[A-Z][\w'-]+ \((?P<it>{_N})\)")
_WITH_A_LETTER = re.compile(  # `the M54` is a motorway
    rf"{_BEGIN}(?<!\bthe )(?<!\bThe )(?<!\bde )"
    rf"(?:[MFVmfv] ?/? ?[1-9][0-9]{_END}|[1-9][0-9] ?/? ?[MFV](?![\w'+]))"
)
_SAID_OF_SOMEBODY = re.compile(
    r"\b(?:s?he|hij|zij|ze|je|jij|ik|i|you|who|die)"
    r"(?:'s|'m|'re| is| was| ben| bent| are| am| werd| wordt|,? (?:just )?turned| turns)"
    rf"(?: nu| now| net| just| only| pas| al| already| nog maar)? (?P<it>{_N})"
    r"(?= ?(?:[.,;:!?)]|$|\n| (?:and|en|but|maar|with|met|when|toen|years|jaar|now|today|vandaag)\b))"
    r"(?![.,:][0-9])",
    re.IGNORECASE,
)
_TURNED = re.compile(rf"\b(?:just |will |'ll |about to )turn(?:ed|s|ing)? (?P<it>{_N}){_END}", re.IGNORECASE)
_IN_DIGITS = (
    _BETWEEN_COMMAS,
    _AFTER_A_NAME,
    _WITH_A_LETTER,
    _SAID_OF_SOMEBODY,
    _TURNED,
)


def find(page: Page, _words: EntityWords) -> tuple[Span, ...]:
    """Every age."""
    shapes: tuple[re.Pattern[str], ...] = ()
    if "jarig" in page.plain or _counts_time(page.columns.folds):
        shapes += _WRITTEN_OUT
    if page.has_digit:
        shapes += _IN_DIGITS
        if _WITH_WORDS_SIGN.search(page.plain):
            shapes += (_WITH_WORDS,)
    return settle(span for shape in shapes for span in seek(page, shape))


def _counts_time(folds: list[str]) -> bool:
    """Whether `old` follows a unit of time anywhere: `old` alone is a common word."""
    return any(fold in _SIGNS and folds[at - 1] in _UNITS for at, fold in enumerate(folds))
