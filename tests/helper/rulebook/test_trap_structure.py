from __future__ import annotations

from pathlib import Path

import pytest

from postil.rulebook.source import compose


def found(text: str) -> list[tuple[int, int, str]]:
    problems = compose(Path("x.yaml"), text.encode()).problems
    return [(one.line, one.column, one.sentence) for one in problems]


@pytest.mark.parametrize(
    ("text", "line", "column", "sentence"),
    [
        ("a: [x,\n  y\nb: c", 1, 4, "This `[` is never closed."),
        ("a: {x: y", 1, 4, "This `{` is never closed."),
        ('a: "x\nb: c', 1, 4, 'This `"` is never closed.'),
        ('a: [x, "y]\nb: "c"', 1, 8, 'This `"` is never closed.'),
        ("a: [b]]", 1, 7, "This `]` closes nothing."),
        ('a: "x" b', 1, 8, "Text goes on after the closing quotation mark."),
        ("a: 'it's'", 1, 8, "Text goes on after the closing quotation mark."),
        ("a: ['k, m'n, x]", 1, 5, "An apostrophe at the start opens a quotation."),
        ("- 's avonds\n- m'n", 1, 3, "An apostrophe at the start opens a quotation."),
        ("- 's avonds\n- overdag", 1, 3, "An apostrophe at the start opens a quotation."),
        ("a: b\n---\nc: d", 2, 1, "A second document starts here."),
        ("a: b\n  c: d", 2, 4, "This line is indented as if it belonged to the text above it."),
        ("a: b\nc\n", 2, 1, "This line has no `:`."),
        ("a: - b", 1, 4, "A list starts in the middle of a line."),
        ("- a\nb: c", 2, 1, "An item of a list should start here."),
    ],
)
def test_structure_is_explained_where_it_breaks(text: str, line: int, column: int, sentence: str) -> None:
    assert found(text) == [(line, column, sentence)]
