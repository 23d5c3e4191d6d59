"""Quotation marks: which stretches of a text are somebody else's words."""

from __future__ import annotations

import re

# `scan` has turned every double mark into ", every single one into '. A single mark opens before a letter and
# after a space, closes after a letter and before a space; 's, 't, 'n, 'm, 'k and 'r alone are Dutch words.
_DOUBLE = re.compile(r'"([^"\n]+(?:\n[^"\n]+)*)"')
_SINGLE = re.compile(
    r"(?<![^\s(\[\"])'(?![stnmkr]\b|em\b)(?=\S)([^'\n]*(?:(?<=\w)'(?=\w)[^'\n]*)*)(?<=\S)'(?!\w)"
)


def find(scanned: str) -> list[tuple[int, int]]:
    """Return the quoted stretches `(start, end)` of a scanned text; a mark never closed opens nothing."""
    found = []
    if '"' in scanned:
        found += [match.span(1) for match in _DOUBLE.finditer(scanned)]
    if "'" in scanned:
        found += [match.span(1) for match in _SINGLE.finditer(scanned)]
    return sorted(found)
