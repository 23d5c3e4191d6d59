"""Which language a text is in. It picks a fix's words and may take away an ambiguous term; it gates no rule.

Function words decide first (11 microseconds), the letters where they do not and the text is long.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property

from postil.engine import phrase
from postil.engine.letters import Letters
from postil.engine.page import Page
from postil.model.topic import ANY_LANGUAGE, TermList

FUNCTION_WORDS = "function-words"
"""The term list that says, per language, which small words give it away."""

LEAD = 2
"""By how many function words a language must lead to be accepted."""
LETTERS = 20
"""From so many letters on the letters are asked: at three to five words they err three times in a hundred."""
SURE = 0.9
LONG = 6
"""Words of a sentence that is long enough to take an ambiguous term away."""
UNKNOWN = "und"
"""The code of ISO 639 for a language that cannot be told: of another script, or long and like none that is known."""
TELLING = 10
"""Words of a text that would give its language away if it were a known one."""

# Afrikaans is left out: nearly all that is lost of Dutch is lost to that profile.
_PRIORS = {"en": 0.45, "nl": 0.45, "de": 0.034, "fr": 0.033, "es": 0.033}
_PAST_LATIN = "\u0250"


class LanguageReader:
    """Reads languages off pages, with the function words of a rulebook."""

    def __init__(self, function_words: TermList | None) -> None:
        """Learn the function words of a rulebook, if it has any."""
        table: dict[str, set[str]] = {}
        for code, phrases in (function_words.phrases if function_words else {}).items():
            if code != ANY_LANGUAGE:
                table.setdefault(code, set()).update(_single(phrases))
        self._languages: dict[str, tuple[str, ...]] = {}
        for code in sorted(table):
            for word in table[code]:
                self._languages[word] = (*self._languages.get(word, ()), code)

    @property
    def words(self) -> frozenset[str]:
        """All function words, of any language."""
        return frozenset(self._languages)

    def read(self, page: Page, otherwise: str) -> str:
        """Return the page's language, `otherwise` where a short text does not say, `UNKNOWN` where a long one does not."""
        if _in_another_script(page.plain):
            return UNKNOWN
        found = self._read(page, 0, len(page.columns.folds))
        return found or (UNKNOWN if page.columns.kinds.count("word") >= TELLING else otherwise)

    def takes_away(self, page: Page, token: int, language: str) -> bool:
        """Whether the sentence around `token` is long and surely of another language than `language`."""
        sentences = page.columns.sentences
        if token >= len(sentences):
            return False
        number = sentences[token]
        if number not in page.languages:
            low, high = bisect_left(sentences, number), bisect_right(sentences, number)
            page.languages[number] = self._read(page, low, high) if high - low >= LONG else None
        return page.languages[number] not in (None, language)

    def _read(self, page: Page, low: int, high: int) -> str | None:
        columns = page.columns
        counts = self._count(columns.folds[low:high])
        ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        if ranked and ranked[0][1] - (ranked[1][1] if len(ranked) > 1 else 0) >= LEAD:
            return ranked[0][0]
        words = (
            page.plain[start:end]
            for start, end, kind in zip(
                columns.starts[low:high], columns.ends[low:high], columns.kinds[low:high], strict=True
            )
            if kind == "word"
        )
        text = " ".join(words)
        return self._guess(text) if sum(map(str.isalpha, text)) >= LETTERS else None

    def _count(self, folds: Iterable[str]) -> dict[str, int]:
        counts: dict[str, int] = {}
        for fold in folds:
            for code in self._languages.get(fold, ()):
                counts[code] = counts.get(code, 0) + 1
        return counts

    @cached_property
    def _letters(self) -> Letters:
        return Letters(_PRIORS)  # most posts never need it

    def _guess(self, text: str) -> str | None:
        guess = self._letters.guess((text.lower() if text.isupper() else text).replace("'", " "))
        return guess.language if guess and guess.sure >= SURE else None


def _single(phrases: Iterable[str]) -> Iterable[str]:
    rows = (row for text in phrases for row in phrase.parse(text).rows)
    return (row[0] for row in rows if len(row) == 1 and isinstance(row[0], str))


def _in_another_script(text: str) -> bool:
    """Whether most letters are none of the Latin script; look-alikes of those would else be read as words."""
    if text.isascii():
        return False
    letters = [char for char in text if char.isalpha()]
    return sum(not (char < _PAST_LATIN or "\u1e00" <= char <= "\u1eff") for char in letters) * 2 > len(
        letters
    )
