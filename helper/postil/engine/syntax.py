"""The signs and words of the phrase language, as patterns."""

from __future__ import annotations

import re

STEM = 2
"""Letters that a word before a star, `stem*`, must have."""
GAP, WIDEST = 3, 20
"""How many words `...` may stand for, and `..n` at most."""
MOST_ROWS = 128
"""How many rows one phrase may unfold into: `(a b|c d)` twice makes four."""
REF = "[a-z0-9]+(?:-[a-z0-9]+)*"
"""The id of a list."""

_LETTERS = r"[^\W\d_]++(?:'[^\W\d_]++)*+"
_PLAIN = rf"{_LETTERS}(?:[ -]{_LETTERS})*+"
JOINED = re.compile(rf"{_LETTERS}(?:-{_LETTERS})*+")
_TERM = rf"{_PLAIN}(?:(?<=[^\W\d_]{{{STEM}}})\*)?"
CHOICE = re.compile(rf"{_TERM}(?:\|{_TERM})*+\|?")
SYNTAX = re.compile(
    # A choice of plain terms is by far the commonest group, and is read at one stroke.
    rf"(?P<space>\s+)|\((?P<choice>{CHOICE.pattern})\)"
    r"|(?P<gap>\.\.\.|\.\.\d+)|<(?P<slot>[^<>]*)>|\{(?P<ref>[^{}]*)\}"
    r"|(?P<sign>[()|*<>{}])|(?P<words>[^\s(){}<>|*.]+(?:\.(?!\.)[^\s(){}<>|*.]*)*|\.)"
)
