"""`measure`: a figure about the post's form. What reaches the bound is marked."""
# ruff: noqa: RUF001 - wide exclamation marks count as well

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise

from postil.engine.conditions.verdict import NO, Verdict
from postil.engine.lookalikes import FANCY, SMALL_CAPITALS, STYLED
from postil.engine.page import Page
from postil.engine.scene import Scene
from postil.model.condition import Measure

_Spans = list[tuple[int, int]]
_Figure = tuple[float, _Spans]
_LOUD = re.compile(r"[!?！？‼⁉❗❕]+")
_LETTERS = 4  # a word in capitals has so many letters, lest every acronym be a shout
_STYLED_FORMS = ("<font>", "<circle>", "<square>", "<wide>")
_STYLED_DIGITS = ("<font>", "<wide>")  # digits in circles number the items of a list


def judge(condition: Measure, scene: Scene) -> Verdict:
    """Say whether the figure lies within the bounds."""
    leaf = scene.leaves("post").leaves[0]
    if condition.letters and sum(map(str.isalpha, leaf.page.text)) < condition.letters:
        return NO
    figure, spans = _FIGURES[condition.of](leaf.page)
    least, most = condition.at_least, condition.at_most
    if (least is not None and figure < least) or (most is not None and figure > most):
        return NO
    marks = tuple(mark for start, end in spans for mark in leaf.mark(start, end)) if least else ()
    return Verdict(truth=True, marks=marks)


def _capitals(page: Page) -> _Figure:
    letters = sum(map(str.isalpha, page.text))
    upper = sum(map(str.isupper, page.text))
    return (upper / letters if letters else 0.0), [span for run in _shouts(page, 2) for span in run]


def _capital_words(page: Page) -> _Figure:
    runs = _shouts(page, _LETTERS)
    longest = max(map(len, runs), default=0)
    return longest, [(run[0][0], run[-1][1]) for run in runs if len(run) == longest]


def _shouts(page: Page, least: int) -> list[_Spans]:
    """Return the runs of words in capitals; a shorter one goes on a run but does not begin it."""
    runs: list[_Spans] = []
    going = False
    columns = page.columns
    for start, end, kind in zip(columns.starts, columns.ends, columns.kinds, strict=True):
        if kind != "word":
            continue
        word = page.text[start:end]
        if not word.isupper() or (not going and len(word) < least):
            going = False
        elif going:
            runs[-1].append((start, end))
        else:
            runs.append([(start, end)])
            going = True
    return runs


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
    styled = {char for char in set(page.text) if is_styled(char)}
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
    return sum(kind in ("word", "number") for kind in page.columns.kinds), []


_FIGURES: dict[str, Callable[[Page], _Figure]] = {
    "capitals": _capitals,
    "capital-words": _capital_words,
    "exclamations": _exclamations,
    "emoji-run": _emoji_run,
    "styled": _styled,
    "words": _words,
}
