"""A phrase of plain parts read at one stroke: nearly all are such, and the reader of `phrase` takes far longer.

What is read here, that reader reads as the same rows. Of anything else nothing is said.
"""

from __future__ import annotations

import re

from postil.engine import fold as folding
from postil.engine import tokens
from postil.engine.spellings import WRITTEN_OUT, write_out
from postil.engine.step import SLOTS, Row, Step, merge
from postil.engine.syntax import CHOICE, GAP, JOINED, MOST_ROWS, REF, STEM, WIDEST

_PARTS = re.compile(r"\((?:[^()]++|\([^()]*+\))*+\)|[^ ()]++")
_TERMS = re.compile(r"(?:[^()|]++|\([^()]*+\))++")
_STEM = re.compile(rf"[a-zà-öø-ÿ]{{{STEM},}}\*")
_REF = re.compile(rf"\{{{REF}\}}")
_WORD = re.compile(r"[^\s(){}<>|*.=]++")
_WHOLE: dict[str, list[Row]] = {
    **{f"<{slot}>": [(Step(slots=frozenset((slot,))),)] for slot in SLOTS},
    **{f"..{gap}": [(gap,)] for gap in range(1, WIDEST + 1)},
    "...": [(GAP,)],
}
"""Parts that stand for themselves."""


def read(body: str) -> tuple[Row, ...] | None:
    """Return the rows of a phrase, or `None` where it has to be read in full."""
    words: list[str] = []
    if not body.replace("<Name>", "").islower() or (rows := _rows(body, words)) is None:
        return None
    if not all(rows) or any(isinstance(row[0], int) or isinstance(row[-1], int) for row in rows):
        return None
    if not WRITTEN_OUT.keys().isdisjoint(words):
        return write_out(rows)
    return tuple(dict.fromkeys(rows)) if len(rows) > 1 else (rows[0],)


def _rows(text: str, words: list[str]) -> list[Row] | None:
    """Return the rows of parts with spaces between. Their words are added to `words`: some may be short for others."""
    parts = _PARTS.findall(text)
    if " ".join(parts) != text:
        return None
    rows: list[Row] = [()]
    for part in parts:
        more = _part(part, words)
        if more is None or len(rows) * len(more) > MOST_ROWS:
            return None
        rows = [(*row, *tail) for row in rows for tail in more]
    return rows


def _part(part: str, words: list[str]) -> list[Row] | None:
    if part.isalpha() and part.islower():
        words.append(word := folding.fold(part))
        return [(word,)]
    if part[0] == "(":
        return choose(part[1:-1], words)
    if _STEM.fullmatch(part):
        return [(Step(prefixes=(folding.fold(part[:-1]),)),)]
    if _REF.fullmatch(part):
        return [(Step(refs=frozenset((part[1:-1],))),)]
    return _WHOLE.get(part) or _written(part, words)


def _written(part: str, words: list[str]) -> list[Row] | None:
    """Return the one row of a part that is written as it stands in a text."""
    if JOINED.fullmatch(part) and part.islower():
        row = tuple(folding.fold(part).split("-"))
    elif _WORD.fullmatch(part) and "url" not in (columns := tokens.read(part)).kinds:
        row = tuple(columns.folds)
    else:
        return None
    words += row
    return [row]


def choose(written: str, words: list[str]) -> list[Row] | None:
    """Return the rows of terms between strokes: what is one token is one step, all others are rows of their own."""
    terms = folding.fold(written).split("|")
    single = [term for term in terms if term.isalpha()]
    words += single
    if len(single) == len(terms):
        return [(Step(words=frozenset(single)),)]
    if not CHOICE.fullmatch(written):
        return _choose_parts(written, words)
    stems: list[str] = []
    others: list[Row] = []
    for term in [term for term in terms if not term.isalpha()]:
        *first, last = pieces = term.replace("-", " ").split(" ")
        words += pieces
        if first:
            others.append((*first, Step(prefixes=(last[:-1],)) if last.endswith("*") else last))
        elif last.endswith("*"):
            stems.append(last[:-1])
        elif last:
            single.append(last)
        else:
            others.append(())
    steps: list[Row] = [(Step(words=frozenset(single), prefixes=tuple(stems)),)] if single or stems else []
    return [*steps, *dict.fromkeys(others)]


def _choose_parts(written: str, words: list[str]) -> list[Row] | None:
    """Return the same for terms of any plain parts."""
    terms = [*_TERMS.findall(written), *([""] if written.endswith("|") else [])]
    if not terms or "|".join(terms) != written:
        return None
    rows: list[Row] = []
    for term in terms:
        more = _rows(term, words)
        if more is None:
            return None
        rows += more
    return merge(rows)
