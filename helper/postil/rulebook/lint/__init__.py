"""Style: what is no mistake, but would be better otherwise. A table of looks; one more is a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from postil.rulebook.lint import spoken, terms, unused
from postil.rulebook.problems import Problem
from postil.rulebook.shelf import Shelf

LOOKS: tuple[Callable[[Shelf], Iterator[Problem]], ...] = (
    terms.twice,
    terms.covered,
    terms.short_stems,
    terms.short_words,
    terms.dropped_signs,
    terms.one_language,
    unused.lists,
    unused.topics,
    unused.clauses,
    unused.contacts,
    spoken.too_long,
    spoken.blame,
    spoken.reasons,
)
"""All looks, in the order in which they are written about in rules/README.md."""


def lint(shelf: Shelf) -> tuple[Problem, ...]:
    """What could be better, by file and line."""
    found = [problem for look in LOOKS for problem in look(shelf)]
    found.sort(
        key=lambda problem: (problem.file.parent.name, problem.file.name, problem.line, problem.column)
    )
    return tuple(found)
