"""Which language an example is in, by its small words: enough for an author's own text, and free of cost."""

from __future__ import annotations

import re

UNDECIDED = "und"
"""The code of ISO 639 for a language that cannot be told."""

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")

_EN = """
the a an and or but of to for from with without at by on about into over after before this that these
those i my me mine you your yours he she it its we our us they them their is are was were be been being
has have had do does did will would can could should may might must not no yes if so as than then there
here what who which how why when where just only very too also today tomorrow yesterday now all any some
more most one two people i'm it's don't can't i've we're you're that's isn't didn't doesn't won't let's
get got new great out up
"""
_NL = """
de het een en of maar van te voor uit met zonder bij aan op over naar tot door deze dit dat die ik mijn
mij me jij je jouw jullie u uw hij zij ze wij we ons onze hun hen is zijn was waren ben bent geweest heb
hebt heeft hebben had hadden doe doet deed zal zou kan kon kunnen moet moeten mag niet geen nee ja als
dan er hier daar wat wie welke hoe waarom wanneer waar heel erg ook vandaag morgen gisteren nu alle alles
meer meest twee mensen nog al wel even weer om worden wordt werd gaan gaat ging staat komt nieuwe eens
toch want zo'n m'n z'n da's kunt wil wilt willen moest na tijdens tegen onder tussen iedereen niemand
iets niets
"""
SMALL_WORDS = {"en": frozenset(_EN.split()), "nl": frozenset(_NL.split())}
"""Words that nearly every sentence has one of."""

_SPELLINGS: dict[str, re.Pattern[str]] = {
    "nl": re.compile(r"ij|aa|oe|uu|sch|eeu|ieu|[^\W\d_]{3}(?:en|heid|lijk|tje|tjes)\b"),
    "en": re.compile(r"th|wh|sh|[^\W\d_]{2}(?:ing|ed|ly|tion|ness)\b|ck\b|[aeiou]y\b|ea"),
}
"""Where no small word decides: letters that one of the two writes often and the other seldom."""


def tongue(text: str) -> str:
    """The code of the language: `en`, `nl`, or `und` where neither has more to say."""
    lowered = text.lower().replace("\u2019", "'")
    words = _WORD.findall(lowered)
    return (
        _larger({code: sum(map(small.__contains__, words)) for code, small in SMALL_WORDS.items()})
        or _larger({code: len(letters.findall(lowered)) for code, letters in _SPELLINGS.items()})
        or UNDECIDED
    )


def _larger(scores: dict[str, int]) -> str | None:
    """The code with most points, if it has them alone."""
    best = max(scores.values())
    leaders = [code for code, score in scores.items() if score == best]
    return leaders[0] if len(leaders) == 1 else None
