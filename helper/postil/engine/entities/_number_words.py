"""Numbers in letters, English and Dutch: as alternations for patterns, and as a set to look words up in."""

from __future__ import annotations

_EN_ONES = "one|two|three|four|five|six|seven|eight|nine"
_EN_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_EN_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_NL_ONES = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen"
_NL_TEENS = "tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien"
_NL_TENS = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"

ENGLISH = f"(?:(?:{_EN_TENS})(?:[ -]?(?:{_EN_ONES}))?|{_EN_TEENS}|{_EN_ONES})"
"""One to ninety-nine, for a pattern that ignores case."""

DUTCH = f"(?:(?:{_NL_ONES})(?:en|ën)(?:{_NL_TENS})|{_NL_TENS}|{_NL_TEENS}|honderd|{_NL_ONES})"
"""Een to honderd, for a pattern that ignores case."""

NUMBER_WORDS = frozenset(
    f"{_EN_ONES}|{_EN_TEENS}|{_EN_TENS}|{_NL_ONES}|{_NL_TEENS}|{_NL_TENS}".split("|")
) - {
    "een"  # Dutch for `a`
}
"""Single words, to see whether a text has any."""
