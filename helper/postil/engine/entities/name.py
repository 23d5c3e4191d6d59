"""People named in full, or with a title: `Fleur Tazelaar`, `Jan van der Berg`, `dr. Jansen`."""

from __future__ import annotations

from postil.engine.entities._name_words import FIRST_NAMES, NO_NAMES, PARTICLES, TITLES
from postil.engine.entities._own import EntityWords
from postil.engine.entities._seek import settle
from postil.engine.page import Page, Span

_TO_PLACES = frozenset({"in", "at", "to", "near", "te", "naar", "bij", "the"})
_LONGEST = 7


def find(page: Page, words: EntityWords) -> tuple[Span, ...]:
    """Every likely name. Streets and songs have two capitals too: give it a `near`."""
    text, columns = page.text, page.columns
    found: list[Span] = []
    for number, (start, fold) in enumerate(zip(columns.starts, columns.folds, strict=True)):
        span = None
        if fold in TITLES:
            span = _after_title(page, number)
        elif text[start].isupper():
            span = _in_full(page, number)
        if span:
            found.append(span)
    return tuple(one for one in settle(found) if not _is_own(text[one.start : one.end].lower(), words.names))


def _after_title(page: Page, first: int) -> Span | None:
    """A title, perhaps more titles and small words, and one last name at least."""
    last = first + 1
    while last - first < _LONGEST and _goes_on(page, last) and page.columns.folds[last] in TITLES:
        last += 1
    end = _last_capital(page, last)
    return Span(page.columns.starts[first], page.columns.ends[end]) if end is not None else None


def _in_full(page: Page, first: int) -> Span | None:
    """A first name or initials, perhaps small words, and a last name."""
    columns = page.columns
    known = columns.folds[first] in FIRST_NAMES
    if not (_is_capital(page, first) or _is_initial(page, first)) or (
        not known and _is_doubtful(page, first)
    ):
        return None
    last = first + 1
    while _goes_on(page, last) and _is_initial(page, last):
        last += 1
    end = _last_capital(page, last)
    if end is None or (columns.opens[first] and not known and columns.folds[last] not in PARTICLES):
        return None
    return Span(columns.starts[first], columns.ends[end])


def _last_capital(page: Page, number: int) -> int | None:
    """The last capital word of the row that begins at a token; small words may stand between."""
    end = None
    stop = number + _LONGEST
    while number < stop and _goes_on(page, number):
        if _is_capital(page, number):
            end = number
        elif page.columns.folds[number] not in PARTICLES:
            break
        number += 1
    return end


def _is_doubtful(page: Page, first: int) -> bool:
    """Behind `in` or `the` two capitals are a place or a thing; behind a capital, the middle of one."""
    before = first - 1
    if before < 0 or not _goes_on(page, first):
        return False
    return page.columns.folds[before] in _TO_PLACES or page.text[page.columns.starts[before]].isupper()


def _is_capital(page: Page, number: int) -> bool:
    columns = page.columns
    word = page.text[columns.starts[number] : columns.ends[number]]
    return (
        columns.kinds[number] == "word"
        and len(word) > 1
        and word[0].isupper()
        and not word.isupper()
        and columns.folds[number] not in NO_NAMES
    )


def _is_initial(page: Page, number: int) -> bool:
    columns = page.columns
    start, end = columns.starts[number], columns.ends[number]
    return end - start == 1 and page.text[start].isupper() and page.plain[end : end + 1] == "."


def _goes_on(page: Page, number: int) -> bool:
    """Whether a token follows the one before it as the next part of one name does."""
    columns = page.columns
    if not 0 < number < len(columns.folds):
        return False
    gap = page.plain[columns.ends[number - 1] : columns.starts[number]]
    short = columns.folds[number - 1] in TITLES or columns.ends[number - 1] - columns.starts[number - 1] == 1
    return gap in {" ", "-", " '"} or (short and gap in {". ", "."})


def _is_own(written: str, names: frozenset[str]) -> bool:
    return any(name in written or written in name for name in names)
