"""Unquoted text that YAML stops at: tabs, glued keys and dashes, signs at the start, colons, braces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postil.rulebook.traps import QUOTE, QUOTED, STARTS, Stop, Trap, starts_with, without, word_at

_KEY_GLUED = re.compile(r"(?P<before>\s*(?:- )?[\w-]+:)(?P<glued>[^\s/].*)$")
_DASH_GLUED = re.compile(r"(?P<before>\s*-)(?P<glued>[^\s-].*)$")
_BEGUN = re.compile(r"(?:^|[\s\[{,])([*&!][^\s,\[\]{}\"']*)$")
_REFERENCE = re.compile(r"\{[\w-]+\}")
_COMMENT_IN_TEXT = re.compile(r"(?<=[\s,\[{])#(?=\S)")


def tabs(stop: Stop) -> Iterator[Trap]:
    """Every tab that indents: there is seldom one alone."""
    if stop.char != "\t" and "tab" not in stop.problem:
        return
    for number, line in enumerate(stop.lines):
        if match := re.match(r" *\t", line):
            yield Trap(
                number, match.end() - 1, 1, "A tab stands here.", "Indent with spaces; YAML takes no tabs."
            )


def start(stop: Stop) -> Iterator[Trap]:
    """A text that starts with a character of YAML's own."""
    line, column = stop.line, stop.column
    if any(words in stop.problem for words in ("block scalar", "expected comment", "directive")):
        line, column = stop.opened or (line, column)
    text = stop.at(line)
    if text[column : column + 1] not in STARTS:  # perhaps it stopped in the middle of `*patiënt` or `!help]`
        if not (begun := _BEGUN.search(text[:column])):
            return
        column = begun.start(1)
    word = word_at(text, column)
    sentence, hint = starts_with(text[column], word)
    yield Trap(line, column, max(1, len(word)), sentence, hint, without(text, column))


def glued(stop: Stop) -> Iterator[Trap]:
    """`status:active` and `-patient`: the space is missing; YAML notices a line or two later."""
    if "mapping values" not in stop.problem and "expected ':'" not in stop.problem:
        return
    first = stop.opened[0] if stop.opened else stop.line - 1
    for number in dict.fromkeys((first, stop.line)):
        text = stop.at(number)
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
                    without(text, column, " "),
                )
                return


def colon(stop: Stop) -> Iterator[Trap]:
    """`en: Note: this` and `{en: Note: this}`."""
    if (
        stop.char == ":"
        and re.search(r": .*$|\S", stop.text[: stop.column])
        and ": " in stop.text[: stop.column]
    ):
        sentence = "A colon with a space after it starts a new key here."
        yield Trap(stop.line, stop.column, 1, sentence, QUOTE, without(stop.text, stop.column, "."))


def braces(stop: Stop) -> Iterator[Trap]:
    """`{my} {patients}` without quotation marks."""
    match = _REFERENCE.search(stop.text)
    if match and stop.column >= match.end() and "expected" in stop.problem and stop.char not in {"]", "}"}:
        sentence = "YAML reads an unquoted `{...}` as keys and values."
        mended = _REFERENCE.sub(lambda part: "x" * len(part.group()), stop.text)
        yield Trap(stop.line, match.start(), len(match.group()), sentence, QUOTE, mended)


def hash_in_list(stop: Stop) -> Iterator[Trap]:
    """`[patient, #tag]`: all after `#` is a comment, the closing bracket too."""
    if stop.opened is None or "expected ','" not in stop.problem:
        return
    for number in range(stop.opened[0], min(stop.line + 1, len(stop.lines))):
        text = stop.lines[number]
        plain = QUOTED.sub(lambda part: "x" * len(part.group()), text)
        matches = list(_COMMENT_IN_TEXT.finditer(plain, stop.opened[1] if number == stop.opened[0] else 0))
        mended = text
        for match in matches:
            mended = without(mended, match.start())
        for match in matches:
            word = word_at(text, match.start())
            sentence = f"`{word}` without quotation marks starts a comment."
            yield Trap(
                number, match.start(), len(word), sentence, f'Put it in quotation marks: "{word}".', mended
            )
