"""Private telephone numbers: British and Dutch as people write them, others with their country in front."""

from __future__ import annotations

import re

from postil.engine.entities._own import EntityWords
from postil.engine.entities._seek import digits, outside_links
from postil.engine.page import Page, Span

# Possessive throughout: a long row of digits is read once.
_CANDIDATE = re.compile(
    r"(?<![\w@#/=+€£$-])(?<![€£$] )(?<![0-9][.,])(?<!ISBN )(?<!ISBN: )(?<!ISBN-10 )(?<!ISBN-10: )"
    r"(?:(?:\+|00) ?[1-9]|\(\+[1-9]|\(?0[1-9])[0-9]*+\)?+"
    r"(?:(?: ?[-./] ?| )?+\(0?[0-9]{1,5}\)(?: ?[-./] ?| )?+[0-9]++|(?: ?[-./] ?| |(?<=\)))[0-9]++){0,9}+"
)
_AREA = re.compile("[0-9]+")
_AREA_LENGTHS = {"NL": (2, 3, 4, 10), "GB": (3, 4, 5, 6, 10, 11)}
"""Country -> how many digits people write together first: an area code, or all."""

_GOES_ON = re.compile(r"[\w%€]|[.,:/-][0-9]")
_DATE = re.compile(
    r"(?<![0-9])"
    r"(?:[0-3]?[0-9]([-./ ])[01]?[0-9]\1(?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}([-./])[01][0-9]\2[0-3][0-9])"
)
_FEWEST_DIGITS, _MOST_DIGITS = 9, 15

# Numbers that an organisation or a service holds; nobody's own.
_PUBLIC = ("TOLL_FREE", "PREMIUM_RATE", "SHARED_COST", "UAN", "VOICEMAIL")
# Nothing else is written like a British mobile, in use or not; 01632 is set aside for films.
_PRIVATE_ANYWAY = re.compile(r"447[1-57-9][0-9]{8}|441632960[0-9]{3}")


def find(page: Page, words: EntityWords) -> tuple[Span, ...]:
    """Every private number; silent on service numbers, the institution's own, dates and order numbers."""
    if not page.has_digit:
        return ()
    spans: list[Span] = []
    text, at = page.plain, 0
    while match := _CANDIDATE.search(text, at):
        end = _end_of_number(match, words.phones)
        if end:
            spans.append(_without_brackets(text, match.start(), end))
        at = end or match.end()
    return outside_links(page, spans)


def _without_brackets(text: str, start: int, end: int) -> Span:
    """`(0113) 343 1000` keeps its brackets, `(0113 343 1000)` does not."""
    written = text[start:end]
    if written.count("(") > written.count(")"):
        return Span(start + 1, end)
    return (
        Span(start + 1, end - 1)
        if written[0] == "(" and written.find(")") == len(written) - 1
        else Span(start, end)
    )


def _end_of_number(match: re.Match[str], own: frozenset[str]) -> int | None:
    """Where a private number ends: a time or a date may follow it on the line. `None` if it is none."""
    written = match[0]
    ends = [len(written[: space.start()].rstrip("-./")) for space in re.finditer(" ", written)]
    if not _GOES_ON.match(match.string, match.end()):
        ends.append(len(written))
    return next((match.start() + end for end in reversed(ends) if _is_private(written[:end], own)), None)


def _is_private(written: str, own: frozenset[str]) -> bool:
    if not _FEWEST_DIGITS <= len(digits(written)) <= _MOST_DIGITS:
        return False
    if written.lstrip("(").startswith(("+", "00")):
        return _is_private_in("NL", written, own)
    if _DATE.search(written) or _breaks_off_single_digits(written):
        return False
    area = _AREA.search(written)
    return area is not None and any(
        _is_private_in(region, written, own)
        for region, lengths in _AREA_LENGTHS.items()
        if len(area[0]) in lengths
    )


def _is_private_in(region: str, written: str, own: frozenset[str]) -> bool:
    import phonenumbers  # noqa: PLC0415  # its tables are large, and most posts hold nothing like a number

    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return False
    country, national = str(number.country_code), str(number.national_number)
    full = country + national
    if own & {digits(written), full, f"0{national}", f"00{full}", f"{country}0{national}"}:
        return False
    if _PRIVATE_ANYWAY.fullmatch(full):
        return True
    public = {getattr(phonenumbers.PhoneNumberType, name) for name in _PUBLIC}
    return phonenumbers.is_valid_number(number) and phonenumbers.number_type(number) not in public


def _breaks_off_single_digits(written: str) -> bool:
    """ISBN and version numbers do; telephone numbers do not."""
    return any(len(group) == 1 for group in re.findall("[0-9]+", written))
