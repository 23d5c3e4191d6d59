"""Whether a phrase can be read, told by its form: nearly all can, and reading one in full takes ten times as long."""

from __future__ import annotations

import re
from math import prod

_WORD = r"[^\W_]+(?:'[^\W_]+)?"
_OTHER = r"<(?:n|Name|@|\#|url|emoji)>|\{[a-z0-9]+(?:-[a-z0-9]+)*\}"
_TERM = rf"{_WORD}(?:[ -]{_WORD})*+(?:(?<=[a-z]{{3}})\*)?"
_MIXED = rf"(?:{_TERM}|{_OTHER})(?: (?:{_TERM}|{_OTHER}))*+"
_CHOICE = rf"\({_MIXED}(?:\|{_MIXED})*+\)"
_OPTION = rf"\({_MIXED}(?:\|{_MIXED})*+\|\)"
_PART = rf"(?:{_TERM}|{_CHOICE}|{_OTHER})"
_GAP = r"\.\.(?:\.|[1-9]|1[0-9]|20)"
_NEXT = rf"(?: {_OPTION})*+(?: {_GAP}(?: {_OPTION})*+)? {_PART}"
_SOUND = re.compile(rf"=?(?:{_OPTION} )*+{_PART}(?:{_NEXT})*+(?: {_OPTION})*+")
_CHOSEN = re.compile(r"\([^()]*\)")
_REF = re.compile(r"\{([^{}]*)\}")
_MOST = 64
"""Alternatives, multiplied: far fewer than a phrase may unfold into."""
_FEW = 6
"""What adds an alternative: so many of them make no more than that, however they are spread."""


def is_sound(phrase: str) -> bool:
    """Whether a phrase can surely be read. Of one that is not told so, only reading it says."""
    if phrase.replace(" ", "").isalpha():
        return True
    if not _SOUND.fullmatch(phrase):
        return False
    if "|" not in phrase or phrase.count(" ") + phrase.count("-") + phrase.count("|)") <= _FEW:
        return True
    return prod(map(_ways, _CHOSEN.findall(phrase))) <= _MOST


def _ways(choice: str) -> int:
    """Return into how many rows a choice unfolds at most: its single words are one, and nothing at all is another."""
    return 1 + choice.endswith("|)") + sum(" " in one or "-" in one for one in choice.split("|"))


def refs(phrase: str) -> frozenset[str]:
    """Return the lists that a sound phrase refers to."""
    return frozenset(_REF.findall(phrase))
