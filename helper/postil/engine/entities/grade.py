"""Marks for work, where the form tells: `7,5`, `een 4`, `a 2:1`, `68%`, `B+`, `17/20`."""

from __future__ import annotations

import re

from postil.engine.entities._number_words import DUTCH
from postil.engine.entities._own import EntityWords
from postil.engine.entities._seek import seek, settle
from postil.engine.page import Page, Span

_BEGIN, _END = r"(?<![\w€£$+#/=.,:-])", r"(?![\w%°]|[.,:/-][0-9])"
_NO_UNIT = (
    r"(?! ?(?:%|°|(?:procent|percent|per cent|miljoen|miljard|mln|mld|million|billion|bn|k|km|kilo|kg|g|gram|"
    r"lb|m|meter|metres?|miles?|cm|mm|ml|cl|l|liter|litres?|uur|u|hours?|h|min|minuten|minutes|am|pm|jaar|years?|"
    r"weken|weeks|maanden|months|dagen|days|keer|times|x|euro|eur|ects|ec|gb|mb|graden|degrees|mg|mmol|bar)\b))"
)
_SENTENCE_GOES_ON = r"(?=\s*(?:[.,;!?)]|$|(?:in|on|and|or|from|with|at|overall)\b))"
_DECIMAL = re.compile(rf"{_BEGIN}(?:10[.,]0|[1-9][.,][0-9]){_END}{_NO_UNIT}")
_RATIO = re.compile(
    rf"{_BEGIN}(?:2:[12]s?(?![\w:])"
    rf"|(?:1?[0-9]|20)(?:[.,][0-9])?/(?:10|20){_END}|(?:100|[1-9]?[0-9])/100{_END})"
)
_SHARE = re.compile(rf"{_BEGIN}(?:100|[1-9]?[0-9])(?:[.,][0-9])? ?%(?!\w)")
_BARE = re.compile(rf"\ban? (?P<it>100|[1-9]?[0-9]|2:[12]|2\.[12]){_END}{_SENTENCE_GOES_ON}", re.IGNORECASE)
_AS_A_NOUN = (
    r"(?=\s*(?:[.,;:!?)]|$|(?:voor|op|in|en|of|met|van|bij|als|is|was|terug|gehaald|gekregen|dat)\b))"
)
_DUTCH = re.compile(
    rf"\been (?P<it>(?:(?:10|[0-9])(?:[.,][0-9]{{1,2}}|½|\+|-)?"
    rf"|(?!een\b|één\b){DUTCH}(?:-plus|-min|enhalf)?{_AS_A_NOUN})"
    rf"{_END}(?!-){_NO_UNIT}"
    r"|[1-9]-?(?:je|tje)\b|(?:één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)t?je\b)",
    re.IGNORECASE,
)
_CLASS = re.compile(rf"\ban? (?P<it>first|third|distinction)\b{_SENTENCE_GOES_ON}|\bfirsts\b", re.IGNORECASE)
_LETTER = re.compile(
    r"(?<![\w+.-])(?:[A-F][+-](?![\w+-])"
    r"|(?:(?<=\b[Aa] )[A-F]|(?<=\b[Aa]n )[AEF])\*?(?![\w'*+-]))"
)


def find(page: Page, _words: EntityWords) -> tuple[Span, ...]:
    """Every number or letter that may be a mark. It may be much else too: give it a `near`."""
    shapes: tuple[re.Pattern[str], ...] = (_LETTER,)
    folds = page.words
    if page.has_digit:
        shapes += (_DECIMAL, _RATIO, _SHARE, _BARE)
    if "een" in folds:
        shapes += (_DUTCH,)
    if "first" in folds or "firsts" in folds or "third" in folds or "distinction" in folds:
        shapes += (_CLASS,)
    return settle(span for shape in shapes for span in seek(page, shape))
