"""`measure`: a figure about the post's form. What reaches the bound is marked."""
# ruff: noqa: RUF001 - wide exclamation marks count as well

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from postil.engine.conditions.verdict import NO, Verdict
from postil.engine.lookalikes import FANCY, SMALL_CAPITALS, STYLED
from postil.engine.page import Page
from postil.engine.scene import Scene
from postil.model.condition import Measure

_Spans = list[tuple[int, int]]
_Figure = tuple[float, Iterable[tuple[int, int]]]
"""A figure, and what made it, worked out only if it is asked for."""
_LOUD = re.compile(r"[!?！？‼⁉❗❕]+")
_OTHERS = re.compile(r"[^\x00-\x7f]")
_LETTERS = 4  # a word in capitals has so many letters, lest every acronym be a shout
_STYLED_FORMS = ("<font>", "<circle>", "<square>", "<wide>")
_STYLED_DIGITS = ("<font>", "<wide>")  # digits in circles number the items of a list


def judge(condition: Measure, scene: Scene) -> Verdict:
    """Say whether the figure lies within the bounds."""
    leaf = scene.leaves("post").leaves[0]
    if condition.letters and _letters(leaf.page.text) < condition.letters:
        return NO
    figure, spans = _FIGURES[condition.of](leaf.page)
    least, most = condition.at_least, condition.at_most
    if (least is not None and figure < least) or (most is not None and figure > most):
        return NO
    marks = tuple(mark for start, end in spans for mark in leaf.mark(start, end)) if least else ()
    return Verdict(truth=True, marks=marks)


def _letters(text: str) -> int:
    return _count(text, string.ascii_letters, str.isalpha)


def _count(text: str, chars: str, others: Callable[[str], bool]) -> int:
    """Count these characters of ASCII and some others, without looking at each of the former."""
    plain = text.encode("ascii", "ignore")
    rest = () if text.isascii() else _OTHERS.findall(text)
    return len(plain) - len(plain.translate(None, chars.encode())) + sum(map(others, rest))


def _capitals(page: Page) -> _Figure:
    letters = _letters(page.text)
    upper = _count(page.text, string.ascii_uppercase, str.isupper)
    return (upper / letters if letters else 0.0), (span for run in _shouts(page, 2) for span in run)


def _capital_words(page: Page) -> _Figure:
    runs = list(_shouts(page, _LETTERS))
    longest = max(map(len, runs), default=0)
    return longest, [(run[0][0], run[-1][1]) for run in runs if len(run) == longest]


def _shouts(page: Page, least: int) -> Iterator[_Spans]:
    """Yield the runs of words in capitals; a shorter one goes on a run but does not begin it."""
    run: _Spans = []
    columns = page.columns
    for start, end, kind in zip(columns.starts, columns.ends, columns.kinds, strict=True):
        if kind != "word":
            continue
        word = page.text[start:end]
        if word.isupper() and (run or len(word) >= least):
            run.append((start, end))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _exclamations(page: Page) -> _Figure:
    runs = [
        (sum(char not in "?？" for char in found[0]), found.span()) for found in _LOUD.finditer(page.text)
    ]
    return _longest(runs)


def _emoji_run(page: Page) -> _Figure:
    columns = page.columns
    places = [place for place, kind in enumerate(columns.kinds) if kind == "emoji"]
    runs: list[tuple[int, tuple[int, int]]] = []
    for before, place in pairwise([-1, *places]):
        start, end = columns.starts[place], columns.ends[place]
        if runs and place == before + 1 and not page.plain[columns.ends[before] : start].strip():
            count, (first, _) = runs[-1]
            runs[-1] = (count + 1, (first, end))
        else:
            runs.append((1, (start, end)))
    return _longest(runs)


def _longest(runs: list[tuple[int, tuple[int, int]]]) -> _Figure:
    longest = max((count for count, _ in runs), default=0)
    return longest, [span for count, span in runs if count == longest]


def _styled(page: Page) -> _Figure:
    styled = set() if page.text.isascii() else set(filter(is_styled, set(page.text)))
    if not styled.isdisjoint(FANCY):
        styled |= SMALL_CAPITALS.keys() & set(page.text)
    places = [place for place, char in enumerate(page.text) if char in styled] if styled else []
    spans: _Spans = []
    for place in places:
        if spans and not page.text[spans[-1][1] : place].strip():
            spans[-1] = (spans[-1][0], place + 1)
        else:
            spans.append((place, place + 1))
    return len(places), spans


@lru_cache(4096)
def is_styled(char: str) -> bool:
    """Whether a character is a letter or digit in fancy dress: mathematical, circled, squared, wide, small."""
    if char.isascii():
        return False
    if char in FANCY:
        return True
    form = unicodedata.decomposition(char).split(" ", 1)[0]
    if form not in _STYLED_FORMS and char not in STYLED:
        return False
    plain = STYLED.get(char) or unicodedata.normalize("NFKC", char)
    return len(plain) == 1 and (plain.isalpha() or (plain.isdigit() and form in _STYLED_DIGITS))


def _words(page: Page) -> _Figure:
    kinds = page.columns.kinds
    return kinds.count("word") + kinds.count("number"), []


_FIGURES: dict[str, Callable[[Page], _Figure]] = {
    "capitals": _capitals,
    "capital-words": _capital_words,
    "exclamations": _exclamations,
    "emoji-run": _emoji_run,
    "styled": _styled,
    "words": _words,
}
