"""Structure that YAML stops at: what is never closed, closes nothing, goes on, or stands askew."""

from __future__ import annotations

from collections.abc import Iterator

from postil.rulebook.traps import Stop, Trap, without, word_at


def unclosed(stop: Stop) -> Iterator[Trap]:
    """A bracket or quotation mark that nothing closes."""
    if stop.opened is None or "expected" not in stop.problem:
        return
    line, column = stop.opened
    closing = {"[": "]", "{": "}", '"': '"', "'": "'"}.get(stop.at(line)[column : column + 1])
    if closing is None or (stop.line == line and "end of stream" not in stop.problem):
        return
    if closing == "'":
        yield _apostrophe(stop, line, column)
        return
    if stop.at(line).count('"', column) % 2:  # a quotation mark swallowed the bracket
        column, closing = stop.at(line).rindex('"'), '"'
    yield Trap(
        line, column, 1, f"This `{stop.at(line)[column]}` is never closed.", f"Add `{closing}` where it ends."
    )


def apostrophe(stop: Stop) -> Iterator[Trap]:
    """`['k, m'n]`: the first apostrophe opens a quotation, and a later one closes it."""
    if "expected" not in stop.problem or not stop.text[: stop.column].endswith("'"):
        return
    above = "\n".join([*stop.lines[: stop.line], stop.text[: stop.column - 1]])
    opening = above.rfind("'")
    quoted = above[opening + 1 :]
    if opening >= 0 and ("," in quoted or "\n" in quoted):
        line = above.count("\n", 0, opening)
        yield _apostrophe(stop, line, opening - (above.rfind("\n", 0, opening) + 1))


def _apostrophe(stop: Stop, line: int, column: int) -> Trap:
    text = stop.at(line)
    word = word_at(text, column)
    sentence = "An apostrophe at the start opens a quotation."
    return Trap(
        line, column, len(word), sentence, f'Put it in quotation marks: "{word}".', without(text, column)
    )


def quote_inside(stop: Stop) -> Iterator[Trap]:
    """`"a" b` and `'it's'`: text goes on after a closing quotation mark."""
    before = stop.text[: stop.column].rstrip()
    if "expected" in stop.problem and before[-1:] in {'"', "'"}:
        hint = 'Quote the whole text; inside "..." write \\" for a quotation mark.'
        yield Trap(stop.line, stop.column, 1, "Text goes on after the closing quotation mark.", hint)


def closing(stop: Stop) -> Iterator[Trap]:
    """A bracket that closes nothing."""
    if stop.char and stop.char in "]}":
        yield Trap(
            stop.line,
            stop.column,
            1,
            f"This `{stop.char}` closes nothing.",
            "Take it out, or quote the text that it is part of.",
        )


def document(stop: Stop) -> Iterator[Trap]:
    """`---` in the middle of a file."""
    if "another document" in stop.problem:
        yield Trap(
            stop.line,
            stop.column,
            3,
            "A second document starts here.",
            "Take the `---` out: one file, one rule.",
        )


MEANINGS = (
    (
        "mapping values",
        "This line is indented as if it belonged to the text above it.",
        "Line it up with its neighbours.",
    ),
    ("expected ':'", "This line has no `:`.", "Write `key: value`, or start it with `- ` if it is an item."),
    (
        "'-' indicator",
        "An item of a list should start here.",
        "Start it with `- `, lined up with the items above.",
    ),
    ("expected key", "A key should start here.", "Line it up with the keys above."),
    ("block sequence", "A list starts in the middle of a line.", "Put its first `- ` on a line of its own."),
    ("", "YAML cannot read on from here.", "Look at this line and the one above it."),
)
"""What is left, by a piece of the parser's words. The last one always fits."""


def other(stop: Stop) -> Iterator[Trap]:
    """Whatever no other recogniser knows, in words of its own."""
    line = stop.line
    if "expected ':'" in stop.problem and stop.opened:
        line = stop.opened[0]
    _, sentence, hint = next(meaning for meaning in MEANINGS if meaning[0] in stop.problem)
    yield Trap(
        line, stop.column if line == stop.line else stop.opened[1] if stop.opened else 0, 1, sentence, hint
    )
