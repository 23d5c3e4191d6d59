"""Whether a phrase can be read, told by its form: nearly all can, and reading one in full takes ten times as long."""

from __future__ import annotations

import re
from math import prod

_WORD = r"[^\W\d_]+(?:'[^\W\d_]+)?"
_TERM = rf"{_WORD}(?:[ -]{_WORD})*+(?:(?<=[a-z]{{3}})\*)?"
_CHOICE = rf"\({_TERM}(?:\|{_TERM})*+\)"
_OTHER = r"<(?:n|Name|@|\#|url|emoji)>|\{[a-z0-9]+(?:-[a-z0-9]+)*\}"
_PART = rf"(?:{_TERM}|{_CHOICE}|{_OTHER})"
_GAP = r"\.\.(?:\.|[1-9]|1[0-9]|20)"
_OPTIONAL = rf"(?: \({_TERM}(?:\|{_TERM})*+\|\))?"
_SOUND = re.compile(rf"=?{_PART}(?:{_OPTIONAL} (?:{_GAP} )?{_PART})*+")
_CHOSEN = re.compile(r"\([^()]*\)")
_REF = re.compile(r"\{([^{}]*)\}")
_MOST = 64
"""Alternatives, multiplied: far fewer than a phrase may unfold into."""


def is_sound(phrase: str) -> bool:
    """Whether a phrase can surely be read. Of one that is not told so, only reading it says."""
    if not _SOUND.fullmatch(phrase):
        return False
    return "|" not in phrase or prod(map(_ways, _CHOSEN.findall(phrase))) <= _MOST


def _ways(choice: str) -> int:
    """Return into how many rows a choice unfolds at most: its single words are one."""
    return 1 + sum(" " in one or "-" in one for one in choice.split("|"))


def refs(phrase: str) -> frozenset[str]:
    """Return the lists that a sound phrase refers to."""
    return frozenset(_REF.findall(phrase))
