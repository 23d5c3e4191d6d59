"""Sentence ends and paragraph ends, judged by what stands between two tokens."""

from __future__ import annotations

import re

ABBREVIATIONS = frozenset({
    "dr", "drs", "mr", "mrs", "ms", "mw", "mevr", "dhr", "prof", "ir", "ing", "st", "nr", "vs", "approx",
    "dept", "fig", "eds", "jr", "sr", "hon", "rev", "bijv", "bv", "ca", "incl", "excl", "jl", "resp", "evt", "tel",
    "blz", "pag", "vgl", "zgn", "jan", "feb", "mrt", "apr", "jun", "jul", "aug", "sept", "okt", "oct", "nov", "dec",
    "tue", "wed", "thu", "fri",
})  # fmt: skip
"""Folded words after which a full stop ends nothing. Single letters count as initials."""

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_ITEM = re.compile(r"\n\s*(?:[-*•·▪\u2013>→]|\(?\d{1,2}[.)])\s")
_END = re.compile(r"[.!?…]+[\"')\]]*(?=\s)|[.!?…]+[\"')\]]*$")
_SIGNS = re.compile(r"[\n.!?…]")
SENTENCE, PARAGRAPH = 1, 2
_FAR = 50


def between(scanned: str, end: int, start: int, before: str) -> int:
    """Return 0, `SENTENCE` or `PARAGRAPH`: what ends in `scanned[end:start]`, after the folded word `before`.

    A single line break ends nothing, unless the next line is an item of a list.
    """
    gap = scanned[end:start]
    if gap == ". ":
        return 0 if _is_short(before) else SENTENCE
    if not _SIGNS.search(gap):
        return 0
    if len(gap) > 2 * _FAR:  # nobody writes such a gap, but nobody may be made to wait for it either
        gap = gap[:_FAR] + gap[-_FAR:]
    if "\n" in gap:
        if _PARAGRAPH.search(gap):
            return PARAGRAPH
        if _ITEM.search(scanned[end : start + 4]):
            return SENTENCE
    return _judge(gap, before, scanned[start : start + 1])


def _judge(gap: str, before: str, following: str) -> int:
    match = _END.search(gap)
    if match is None:
        return SENTENCE if gap == "." and len(before) > 1 and following.isupper() else 0
    stop = match[0].rstrip("\"')]")
    if stop == "." and match.start() == 0 and _is_short(before):
        return 0
    if stop in ("..", "...", "…", "....") and following.islower():
        return 0
    return SENTENCE


def _is_short(word: str) -> bool:
    return word in ABBREVIATIONS or (len(word) == 1 and word.isalpha())
