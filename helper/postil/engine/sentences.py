"""Sentence ends and paragraph ends, judged by what stands between two tokens."""

from __future__ import annotations

import re

ABBREVIATIONS = frozenset(
    "dr drs mr mrs ms mw mevr dhr prof ir ing st nr no vs etc e.g i.e approx dept fig vol ed eds jr sr hon rev "
    "bijv bv ca incl excl jl o.a m.b.t t.o.v i.v.m t.w.v d.w.z a.u.b resp evt tel max min blz pag vgl zgn enz "
    "jan feb mrt apr jun jul aug sep sept okt oct nov dec ma di wo do vr za zo mon tue wed thu fri sat sun".split()
)
"""Folded words after which a full stop ends nothing. Single letters count as initials."""

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_ITEM = re.compile(r"\n\s*(?:[-*•·▪–>→]|\(?\d{1,2}[.)])\s")
_END = re.compile(r"[.!?…]+[\"')\]]*(?=\s)|[.!?…]+[\"')\]]*$")
SENTENCE, PARAGRAPH = 1, 2


def between(scanned: str, end: int, start: int, before: str) -> int:
    """Return 0, `SENTENCE` or `PARAGRAPH`: what ends in `scanned[end:start]`, after the folded word `before`.

    A single line break ends nothing, unless the next line is an item of a list.
    """
    gap = scanned[end:start]
    if gap in (" ", "", ", ", "-", "/"):
        return 0
    if "\n" in gap:
        if _PARAGRAPH.search(gap):
            return PARAGRAPH
        if _ITEM.search(scanned[end : start + 4]):
            return SENTENCE
    if not any(char in gap for char in ".!?…"):
        return 0
    return _judge(gap, before, scanned[start : start + 1])


def _judge(gap: str, before: str, following: str) -> int:
    match = _END.search(gap)
    if match is None:
        return SENTENCE if gap == "." and len(before) > 1 and following.isupper() else 0
    stop = match[0].rstrip("\"')]")
    if stop == "." and match.start() == 0 and (len(before) == 1 or before in ABBREVIATIONS):
        return 0 if before.isalpha() or "." in before or before in ABBREVIATIONS else SENTENCE
    if stop in ("..", "...", "…", "....") and following.islower():
        return 0
    return SENTENCE
