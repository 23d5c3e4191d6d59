"""A term list read at a glance: most files are so plain that no YAML parser is needed to say what stands in them.

What is accepted here, YAML reads as the same list and finds nothing wrong with. Where there is the least doubt, nothing
is said, and the file is read in full: that alone knows what to say of a fault, and where it is.
"""

from __future__ import annotations

import re
from typing import Any

from postil.model.topic import TermList
from postil.rulebook.terms_file import build_terms

_START = r"[^\n \-+.~0-9?:,\[\]{}#&*!|>'\"%@`]"
"""How an unquoted text may start: with no sign that YAML keeps for itself, and not as a number does."""
_QUOTED = r"""(?:"[^ "\\\n][^"\\\n]*+"|'[^ '\n][^'\n]*+')"""
_LINE = rf"(?:{_QUOTED}|{_START}[^\n:#]*+(?:(?<! ):(?! )[^\n:#]++)*+(?<! ))"
_INNER = rf"(?:{_QUOTED}|{_START}[^\n:#?,\[\]{{}}]*+(?<! ))"
_ITEM = re.compile(rf"{_QUOTED}|{_START}[^\n,]*+")
"""An item between brackets, once it is known that they hold nothing else."""
_TAKEN = {"=", "<<"}.union(
    *((word, word.title(), word.upper()) for word in ("yes", "no", "true", "false", "on", "off", "null"))
)
"""Unquoted words that YAML takes for something else."""

_HEAD = re.compile(
    rf"(?:#(?: [^\n]*+)?\n)*+terms: (?P<terms>[a-z][a-z0-9]*+(?:-[a-z0-9]++)*+)\nabout: (?P<about>{_LINE})\n"
    r"(?:masked: (?P<masked>true|false)\n)?(?:misspelt: (?P<misspelt>true|false)\n)?"
)
_UNDER = re.compile("(except|ambiguous):\n")


def _column(indent: str) -> re.Pattern[str]:
    """A language and its terms, each on a line or all in brackets."""
    return re.compile(
        rf"{indent}(?P<language>any|[a-z]{{2}}):"
        rf"(?:(?P<lines>(?:\n{indent}  - {_LINE})++)\n"
        rf"| \[(?:\n +)?(?P<inner>{_INNER}(?:,(?: |\n +){_INNER})*+)(?:\n +)?\]\n)"
    )


_COLUMN = {indent: _column(indent) for indent in ("", "  ")}


class _Doubt(Exception):  # noqa: N818 - nothing is wrong here: somebody else should look
    """YAML may read something else."""


def glance(raw: bytes) -> TermList | None:
    """The list that a file of plain terms holds; `None` where it has to be read in full."""
    text = raw.decode("utf-8", "surrogateescape")
    head = _HEAD.match(text)
    if head is None or not text.replace("\n", "").isprintable():  # surrogates, tabs and the like are not
        return None
    try:
        return build_terms(_found(text, head))
    except _Doubt:
        return None


def _found(text: str, head: re.Match[str]) -> dict[str, Any]:
    """What stands under each key."""
    found: dict[str, Any] = {key: _word(head[key]) for key in ("terms", "about")}
    found |= {key: head[key] == "true" for key in ("masked", "misspelt")}
    found["languages"], at = _columns(text, head.end(), "")
    while under := _UNDER.match(text, at):
        if under[1] in found:
            raise _Doubt
        found[under[1]], at = _columns(text, under.end(), "  ")
    own = found["languages"]
    if at < len(text) or not all(
        set(terms) <= set(own.get(language, ())) for language, terms in found.get("ambiguous", {}).items()
    ):
        raise _Doubt
    return found


def _columns(text: str, at: int, indent: str) -> tuple[dict[str, tuple[str, ...]], int]:
    """The columns from `at` on, of which there has to be one, and where they end."""
    found: dict[str, tuple[str, ...]] = {}
    while column := _COLUMN[indent].match(text, at):
        if column["language"] in found:
            raise _Doubt
        lines = column["lines"]
        written = lines.split(f"\n{indent}  - ")[1:] if lines else _ITEM.findall(column["inner"])
        found[column["language"]] = tuple(map(_word, written))
        at = column.end()
    if not found:
        raise _Doubt
    return found, at


def _word(written: str) -> str:
    """The text without its quotation marks."""
    if written[0] in "\"'":
        return written[1:-1]
    if written in _TAKEN:
        raise _Doubt
    return written
