"""The signs and words of the phrase language, as patterns."""

from __future__ import annotations

import re

STEM = 2
"""Letters that a word before a star, `stem*`, must have."""

_LETTERS = r"[^\W\d_]++(?:'[^\W\d_]++)*+"
_PLAIN = rf"{_LETTERS}(?:[ -]{_LETTERS})*+"
SIMPLE = re.compile(rf"{_PLAIN}(\*?)")
JOINED = re.compile(rf"{_LETTERS}(?:-{_LETTERS})*+")
_CHOSEN = rf"{_PLAIN}(?:(?<=[^\W\d_]{{{STEM}}})\*)?"
SYNTAX = re.compile(
    # A choice of plain terms is by far the commonest group, and is read at one stroke.
    rf"(?P<space>\s+)|\((?P<choice>{_CHOSEN}(?:\|{_CHOSEN})*+\|?)\)"
    r"|(?P<gap>\.\.\.|\.\.\d+)|<(?P<slot>[^<>]*)>|\{(?P<ref>[^{}]*)\}"
    r"|(?P<sign>[()|*<>{}])|(?P<words>[^\s(){}<>|*.]+(?:\.(?!\.)[^\s(){}<>|*.]*)*|\.)"
)
