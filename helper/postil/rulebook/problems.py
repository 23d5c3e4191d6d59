"""A problem in a rule file: where it is, what it is, what to do; and how a person sees it."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """`line` and `column` count from 1, in code points; `width` code points lie under the caret.

    `source` is the line as it stands in the file; empty where the problem is no line's.
    """

    file: Path
    line: int = 1
    column: int = 1
    width: int = 1
    source: str = ""
    sentence: str
    hint: str


def render(problem: Problem) -> str:
    """The problem as a person reads it: place and sentence, the line, a caret under the place, the hint."""
    head = f"{_short(problem.file)}:{problem.line}:{problem.column}: {problem.sentence}"
    if not problem.source.strip():
        return f"{head}\n      {problem.hint}"
    before, under = (
        problem.source[: problem.column - 1],
        problem.source[problem.column - 1 :][: problem.width],
    )
    caret = "".join("\t" if char == "\t" else " " * _cells(char) for char in before)
    caret += "^" * max(1, sum(map(_cells, under)))
    gutter = f"{problem.line:>5} | "
    return f"{head}\n{gutter}{problem.source}\n{' ' * (len(gutter) - 2)}| {caret}\n      {problem.hint}"


def did_you_mean(word: str, known: Iterable[str], *, otherwise: str | None = None) -> str:
    """A hint: the known word nearest to `word`, or else all of them (or `otherwise`)."""
    known = tuple(known)
    near = difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    if near:
        return f"Did you mean `{near[0]}`?"
    return otherwise or f"Choose from: {', '.join(known)}."


def counted(number: int, noun: str) -> str:
    """`1 policy`, `2 policies`, `no problems`."""
    if number == 1:
        return f"1 {noun}"
    return (
        f"{number or 'no'} {noun.removesuffix('y')}ies"
        if noun.endswith("cy")
        else f"{number or 'no'} {noun}s"
    )


def _short(file: Path) -> str:
    """The path from the working folder where it lies within, else as it is."""
    try:
        return file.resolve().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return str(file)


def _cells(char: str) -> int:
    """How many cells of a terminal a character takes."""
    if unicodedata.combining(char) or unicodedata.category(char) in {"Cf", "Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
