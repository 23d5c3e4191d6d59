"""What `<n>`, `<Name>` and their kin accept."""

from __future__ import annotations

from postil.engine.page import Page

_ALWAYS_CAPITALS = frozenset({
    "i", "i'm", "i'll", "i'd", "i've", "mr", "mrs", "ms", "miss", "dr", "prof", "english", "dutch", "god",
    "christmas", "easter", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
})  # fmt: skip
"""English writes these with a capital though they name nobody."""


def names(page: Page) -> list[int]:
    """Return the tokens that are names."""
    return [
        token
        for token, start in enumerate(page.columns.starts)
        if page.text[start].isupper() and is_name(page, token)
    ]


def is_name(page: Page, token: int) -> bool:
    """Whether a word has a capital of its own. A sentence's first word has one only if another follows it."""
    columns = page.columns
    if not _has_capital(page, token):
        return False
    return not columns.opens[token] or (
        token + 1 < len(columns.folds)
        and columns.sentences[token + 1] == columns.sentences[token]
        and _has_capital(page, token + 1)
    )


def _has_capital(page: Page, token: int) -> bool:
    columns = page.columns
    word = page.text[columns.starts[token] : columns.ends[token]]
    return (
        columns.kinds[token] == "word"
        and word[0].isupper()
        and not (len(word) > 1 and word.isupper())
        and columns.folds[token] not in _ALWAYS_CAPITALS
    )


SLOT_OF_KIND: dict[str, str] = {
    "number": "n",
    "word": "Name",
    "mention": "@",
    "hashtag": "#",
    "url": "url",
    "emoji": "emoji",
}
"""Token kind -> the slot it fills; a word fills its only if it is a name."""
