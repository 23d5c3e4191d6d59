"""A place where YAML stops or reads what no author meant, and the characters that it keeps for itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

QUOTED = re.compile(r"""(?<=[\s\[{,:])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""")
"""A text in quotation marks, within one line."""
QUOTE = "Put the whole text in quotation marks."


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

    def at(self, line: int) -> str:
        """A line; empty before the first and after the last."""
        return self.lines[line] if 0 <= line < len(self.lines) else ""

    @property
    def text(self) -> str:
        """The line that it stopped at."""
        return self.at(self.line)

    @property
    def char(self) -> str:
        """The character that it stopped at."""
        return self.text[self.column : self.column + 1]


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


def without(text: str, column: int, char: str = "x") -> str:
    """The line with one character made harmless."""
    return text[:column] + char + text[column + 1 :]


def open_bracket(lines: list[str]) -> tuple[int, int] | None:
    """Line and column of the last bracket that nothing closes, quoted texts and comments aside."""
    opened: list[tuple[int, int]] = []
    for number, line in enumerate(lines):
        plain = QUOTED.sub(lambda part: " " * len(part.group()), line)
        for match in re.finditer(r"(?:^|\s)#.*|[\[\]{}]", plain):
            if match.group() in {"[", "{"}:
                opened.append((number, match.start()))
            elif match.group() in {"]", "}"} and opened:
                opened.pop()
    return opened[-1] if opened else None
