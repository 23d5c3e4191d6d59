"""Patterns prove themselves: they find and pass what they say, and no text makes them slow."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from postil.engine.page import Page
from postil.engine.patterns import PatternFinder
from postil.model.topic import Pattern
from postil.rulebook.problems import Problem
from postil.rulebook.shelf import Shelf
from postil.rulebook.source import reach

_SECONDS = 0.25
"""CPU time for all of a long text; a pattern that backtracks without end takes minutes."""
_STRESS = tuple(
    (piece * 4000)[:4000] + end
    for piece in ("a", "1", " ", "a ", "1 ", "ab1 ", "-a", ".1", "(")
    for end in ("", "!")
)
"""Long texts of little, on which a careless pattern tries everything."""


def pattern_problems(shelf: Shelf) -> Iterator[Problem]:
    """Every pattern that does not do as it says."""
    for entry in shelf.terms.values():
        root = entry.sheet.source.root
        if entry.value is None or root is None:
            continue
        for number, pattern in enumerate(entry.value.patterns):
            for key, place, sentence, hint in _faults(pattern):
                node = reach(root, ("patterns", number, key, place))
                yield entry.sheet.problem(node, sentence, hint)


def _faults(pattern: Pattern) -> Iterator[tuple[str, int, str, str]]:
    """Key, place under it, sentence and hint."""
    finder = PatternFinder(pattern.pattern)
    for key, texts in (("finds", pattern.finds), ("passes", pattern.passes)):
        for place, text in enumerate(texts):
            if any(finder.find(Page(text))) != (key == "finds"):
                said = "does not find this" if key == "finds" else "finds this"
                hint = "Correct one of the two; a pattern sees small letters without accents."
                yield key, place, f"The pattern `{pattern.name}` {said}.", hint
    if _is_slow(pattern.pattern):
        sentence = f"The pattern `{pattern.name}` takes very long on some texts."
        yield "pattern", 0, sentence, "Avoid repetitions within repetitions, like `(a+)+`."


def _is_slow(source: str) -> bool:
    compiled = regex.compile(source)
    try:
        for text in _STRESS:
            for _ in compiled.finditer(text, timeout=_SECONDS):
                continue
    except TimeoutError:
        return True
    return False
