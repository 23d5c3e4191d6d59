"""Whether a phrase can be read, told by its form: nearly all can, and reading one in full takes ten times as long."""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import prod

from postil.engine.syntax import MOST_ROWS

_LETTER = "0-9A-Za-zÀ-ÖØ-öø-ÿ"
_STARTS = rf"(?=[{_LETTER}(<{{*])"
_STAR = rf"(?<=[a-z]{{3}})\*(?=[ |)]|$)|(?<![^ (|])\*(?=[a-z]{{3}}[{_LETTER}]*+(?:[ |)]|$))"
_APOSTROPHE = r"(?<=[a-zà-öø-ÿ])'(?![0-9'])|(?<=[ |(])'(?=[a-z])"
_OTHER = r"(?:<(?:n|Name|@|\#|url|emoji)>|\{[a-z0-9]++(?:-[a-z0-9]++)*+\})"
_GAP = r"\.\.(?:\.|[1-9]|1[0-9]|20)"
_TERMS = rf"[{_LETTER} |-]++|{_APOSTROPHE}|{_STAR}|(?<=[ (|]){_OTHER}(?=[ )|])"
_INNER = rf"(?<=[ (|])\({_STARTS}(?:{_TERMS})*+(?<!\|)\)(?=[ )|])"
_TO_CHOOSE = rf"\({_STARTS}(?:{_TERMS}|(?<=[{_LETTER}*>}})] ){_GAP}(?= {_STARTS})|{_INNER})*+"
_CHOICE, _OPTION = rf"{_TO_CHOOSE}(?<!\|)\)", rf"{_TO_CHOOSE}(?<=\|)\)"
_WORD = rf"(?:[#@]|{_STAR})?[{_LETTER}][{_LETTER}'-]*+(?:{_STAR})?|[\U0001f300-\U0001faff]"
_PART = rf"(?:{_WORD}|{_CHOICE}|{_OTHER})"
_NEXT = rf"(?: {_OPTION})*+(?: {_GAP}(?: {_OPTION})*+)? {_PART}"
_SOUND = re.compile(rf"\^?=?(?:{_OPTION} )*+{_PART}(?:{_NEXT})*+(?: {_OPTION})*+\$?")
_HOLLOW = re.compile(rf"\|(?!'?[{_LETTER}(<{{*)])")
"""An alternative that may be nothing at all: `_SOUND` does not look for it."""
_MARK = re.compile(rf"(?<=[{_LETTER}])(?:[&%,:/€£#@_+!?=]|\.(?!\.))(?![^{{}}<>]*[}}>])")
"""What stands behind a letter, in no name of a list, and may part a word as a hyphen does."""
_CHOSEN = re.compile(r"\([^()]*+\)")
_MANY = re.compile(r"[ -][^|]*+")
"""An alternative of several words, from the first sign of it on."""
_REF = re.compile(r"\{([^{}]*)\}")


def is_sound(phrase: str) -> bool:
    """Whether a phrase can surely be read. Of one that is not told so, only reading it says."""
    if "(" not in phrase and phrase.replace(" ", "").isalpha():
        return True
    if not _SOUND.fullmatch(phrase) and not _SOUND.fullmatch(phrase := _MARK.sub("-", phrase)):
        return False
    if "(" not in phrase:
        return True
    return phrase[0] not in "^=" and not _HOLLOW.search(phrase) and _rows(phrase) <= MOST_ROWS


def unsure(phrases: Iterable[str]) -> list[str]:
    """Return the phrases of which only reading them says whether they can be read."""
    every = list(phrases)
    if "".join(every).replace(" ", "").isalpha() and all(map(str.strip, every)):
        return []
    return [phrase for phrase in every if not is_sound(phrase)]


def _rows(phrase: str) -> float:
    """Return how many rows a phrase with choices unfolds into at most. What makes more of them is a sign each."""
    choices, signs = phrase.count("("), phrase.count(" ") + phrase.count("-") + phrase.count("|)")
    if (most := (1 + signs / choices) ** choices) <= MOST_ROWS:  # however they are spread
        return most
    ways = prod(map(_ways, inner := _CHOSEN.findall(phrase)))
    return (
        ways if len(inner) == choices else ways * prod(map(_ways, _CHOSEN.findall(_CHOSEN.sub("x", phrase))))
    )


def _ways(choice: str) -> int:
    """Return into how many rows a choice unfolds at most: its single words are one, and nothing at all is another."""
    return 1 + choice.endswith("|)") + len(_MANY.findall(choice))


def refs(*phrases: str) -> dict[str, None]:
    """Return the lists that phrases refer to, in the order in which they turn up."""
    return dict.fromkeys(_REF.findall("\n".join(phrases)))
