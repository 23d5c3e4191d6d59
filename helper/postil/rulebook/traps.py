"""The places where YAML stops, each called by the name of what an author meant.

Each recogniser looks at what the parser says and at the line, and answers with a trap or nothing. A trap
that can be mended keeps the line's length, so that the columns of everything after it stay true.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import yaml

_QUOTE = "Put the whole text in quotation marks."
_KEY_GLUED = re.compile(r"(?P<before>\s*(?:- )?[\w-]+:)(?P<glued>[^\s/].*)$")
_DASH_GLUED = re.compile(r"(?P<before>\s*-)(?P<glued>[^\s-].*)$")
_REFERENCE = re.compile(r"\{[\w-]+\}")
_COMMENT_IN_TEXT = re.compile(r"(?<=[\s,\[{])#(?=\S)")
_QUOTED = re.compile(r"""(?<=[\s\[{,:])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""")


@dataclass(frozen=True, slots=True)
class Trap:
    """A place, counted from 0, with a sentence and a hint. `mended`: the line with the trap taken out."""

    line: int
    column: int
    width: int
    sentence: str
    hint: str
    mended: str | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """Where and why the parser stopped; `opened` is where the part began that it was reading."""

    lines: list[str]
    line: int
    column: int
    problem: str
    opened: tuple[int, int] | None

    @property
    def text(self) -> str:
        """The line that it stopped at."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def char(self) -> str:
        """The character that it stopped at."""
        return self.text[self.column : self.column + 1]


def recognise(error: yaml.MarkedYAMLError, lines: list[str]) -> Iterator[Trap]:
    """All that is wrong at the place where the parser stopped; at least one."""
    mark, context = error.problem_mark, error.context_mark
    opened = (context.line, context.column) if context else None
    line, column = (mark.line, mark.column) if mark else opened or (0, 0)
    stop = Stop(lines, line, column, error.problem or "", opened)
    for look in RECOGNISERS:
        traps = list(look(stop))
        if traps:
            yield from traps
            return


def _tabs(stop: Stop) -> Iterator[Trap]:
    if stop.char != "\t" and "tab" not in stop.problem:
        return
    for number, line in enumerate(stop.lines):
        if match := re.match(r" *\t", line):
            yield Trap(
                number, match.end() - 1, 1, "A tab stands here.", "Indent with spaces; YAML takes no tabs."
            )


STARTS = {
    "@": "YAML keeps `@` for itself",
    "`": "YAML keeps the backtick for itself",
    "%": "YAML keeps `%` for itself",
    "*": "YAML reads `*` at the start as a reference to something named earlier",
    "&": "YAML reads `&` at the start as a name for what follows",
    "!": "YAML reads `!` at the start as a type",
    ">": "YAML reads `>` at the start as the head of a block of text",
    "|": "YAML reads `|` at the start as the head of a block of text",
}
"""Characters that mean something at the start of an unquoted text."""


def starts_with(char: str, word: str) -> tuple[str, str]:
    """Sentence and hint for an unquoted text that starts with a character of YAML's own."""
    return f"{STARTS[char]}.", f'Put it in quotation marks: "{word}".'


def word_at(text: str, column: int) -> str:
    """The unquoted text from `column` up to what would end it."""
    return re.split(r"\s*[,\]}]|\s+#|: |\s*$", text[column:], maxsplit=1)[0]


def _start(stop: Stop) -> Iterator[Trap]:
    line, column = stop.line, stop.column
    if "block scalar" in stop.problem or "expected comment or line break" in stop.problem:
        line, column = stop.opened or (line, column)
    elif "directive" in stop.problem:
        line, column = stop.opened or (line, column)
    text = stop.lines[line]
    if text[column : column + 1] in STARTS:
        word = word_at(text, column)
        sentence, hint = starts_with(text[column], word)
        yield Trap(line, column, max(1, len(word)), sentence, hint, _without(text, column))


def _without(text: str, column: int, char: str = "x") -> str:
    """The line with one character made harmless."""
    return text[:column] + char + text[column + 1 :]


def _glued(stop: Stop) -> Iterator[Trap]:
    """`status:active` and `-patient`: the space is missing; YAML notices a line or two later."""
    if "mapping values" not in stop.problem and "expected ':'" not in stop.problem:
        return
    first = stop.opened[0] if stop.opened else stop.line - 1
    for number in dict.fromkeys((first, stop.line)):
        text = stop.lines[number] if 0 <= number < len(stop.lines) else ""
        for shape, after in ((_KEY_GLUED, "colon"), (_DASH_GLUED, "dash")):
            if match := shape.match(text):
                column = match.end("before")
                hint = f"Write `{match['before'].strip()} {match['glued']}`."
                yield Trap(
                    number,
                    column,
                    1,
                    f"A space is missing after the {after}.",
                    hint,
                    _without(text, column, " "),
                )
                return


def _colon(stop: Stop) -> Iterator[Trap]:
    """`en: Note: this` and `{en: Note: this}`."""
    if (
        stop.char == ":"
        and re.search(r": .*$|\S", stop.text[: stop.column])
        and ": " in stop.text[: stop.column]
    ):
        sentence = "A colon with a space after it starts a new key here."
        yield Trap(stop.line, stop.column, 1, sentence, _QUOTE, _without(stop.text, stop.column, "."))


def _braces(stop: Stop) -> Iterator[Trap]:
    """`{my} {patients}` without quotation marks."""
    match = _REFERENCE.search(stop.text)
    if match and stop.column >= match.end() and "expected" in stop.problem and stop.char not in {"]", "}"}:
        sentence = "YAML reads an unquoted `{...}` as keys and values."
        mended = _REFERENCE.sub(lambda part: "x" * len(part.group()), stop.text)
        yield Trap(stop.line, match.start(), len(match.group()), sentence, _QUOTE, mended)


def _hash_in_list(stop: Stop) -> Iterator[Trap]:
    """`[patient, #tag]`: all after `#` is a comment, the closing bracket too."""
    if stop.opened is None or "expected ','" not in stop.problem:
        return
    for number in range(stop.opened[0], min(stop.line + 1, len(stop.lines))):
        text = stop.lines[number]
        plain = _QUOTED.sub(lambda part: "x" * len(part.group()), text)
        for match in _COMMENT_IN_TEXT.finditer(plain, stop.opened[1] if number == stop.opened[0] else 0):
            word = word_at(text, match.start())
            sentence = f"`{word}` without quotation marks starts a comment."
            hint = f'Put it in quotation marks: "{word}".'
            yield Trap(number, match.start(), len(word), sentence, hint, _COMMENT_IN_TEXT.sub("x", plain))
            return


def _unclosed(stop: Stop) -> Iterator[Trap]:
    if stop.opened is None:
        return
    opening = stop.lines[stop.opened[0]][stop.opened[1] : stop.opened[1] + 1]
    closing = {"[": "]", "{": "}", '"': '"', "'": "'"}.get(opening)
    if (
        closing
        and (stop.line > stop.opened[0] or "end of stream" in stop.problem)
        and "expected" in stop.problem
    ):
        yield Trap(*stop.opened, 1, f"This `{opening}` is never closed.", f"Add `{closing}` where it ends.")


def _quote_inside(stop: Stop) -> Iterator[Trap]:
    """`"a" b` and `'it's'`: text goes on after a closing quotation mark."""
    before = stop.text[: stop.column].rstrip()
    if "expected" in stop.problem and before[-1:] in {'"', "'"}:
        hint = 'Quote the whole text; inside "..." write \\" for a quotation mark.'
        yield Trap(stop.line, stop.column, 1, "Text goes on after the closing quotation mark.", hint)


def _closing(stop: Stop) -> Iterator[Trap]:
    if stop.char and stop.char in "]}":
        yield Trap(
            stop.line,
            stop.column,
            1,
            f"This `{stop.char}` closes nothing.",
            f"Take it out, or quote the text that it is part of.",
        )


def _document(stop: Stop) -> Iterator[Trap]:
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


def _other(stop: Stop) -> Iterator[Trap]:
    line = stop.line
    if "expected ':'" in stop.problem and stop.opened:
        line = stop.opened[0]
    _, sentence, hint = next(meaning for meaning in MEANINGS if meaning[0] in stop.problem)
    yield Trap(
        line, stop.column if line == stop.line else stop.opened[1] if stop.opened else 0, 1, sentence, hint
    )


RECOGNISERS: tuple[Callable[[Stop], Iterator[Trap]], ...] = (
    _tabs,
    _start,
    _glued,
    _hash_in_list,
    _colon,
    _braces,
    _unclosed,
    _closing,
    _quote_inside,
    _document,
    _other,
)
