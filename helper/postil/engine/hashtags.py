"""Hashtags: parting a run of small letters into the words that were written together.

A Dutch compound is one word, however long; several Dutch words need one that no compound is made of. Two words of
which one mostly makes a longer word (`over-`, `-able`, a short one) are one. One word that nobody knows (a name, a
village) may stand beside two known ones, or beside one with which hashtags open or end.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping
from typing import Any

from postil.engine import phrase
from postil.engine.packed import PackedWords, pack
from postil.model.topic import TermList

HASHTAG_WORDS = "hashtag-words"
"""The term list of words that hashtags are made of, and of words that only look like several."""
HASHTAG_OPENERS = "hashtag-openers"
"""Words after which one word that nobody knows may stand."""
HASHTAG_HEADS = "hashtag-heads"
"""Words before which one word that nobody knows may stand."""
HASHTAG_LOOSE = "hashtag-loose"
"""Dutch words that stand in no compound."""
HASHTAG_AFFIXES = "hashtag-affixes"
"""Words that mostly are the beginning or the end of a longer one."""
HASHTAG_LISTS = (HASHTAG_WORDS, HASHTAG_OPENERS, HASHTAG_HEADS, HASHTAG_LOOSE, HASHTAG_AFFIXES)

_LEAST = 2  # words in a hashtag worth parting
_SHORT = 3  # letters of a word that chance alone puts into another
_STRANGE = range(4, 13)  # letters of a word that nobody knows
_ENDINGS = ("s", "es", "'s")
_COMPOUNDING = "nl"  # the language that writes its compounds as one word


class Parter:
    """What parts hashtags, with the words that one policy's names add."""

    def __init__(self, names: Iterable[str], lists: Mapping[str, TermList]) -> None:
        """Learn the names' words (folded) and the lists, as far as they are there."""
        words = _columns(lists.get(HASHTAG_WORDS))
        self._loose = set().union(*_columns(lists.get(HASHTAG_LOOSE)).values())
        compounding = words.pop(_COMPOUNDING, set())
        self._plain: Collection[str] = set(names).union(*words.values())
        self._all: Collection[str] = {*self._plain, *compounding, *self._loose}
        self._openers = set().union(*_columns(lists.get(HASHTAG_OPENERS)).values())
        self._heads = set().union(*_columns(lists.get(HASHTAG_HEADS)).values())
        self._affixes = set().union(*_columns(lists.get(HASHTAG_AFFIXES)).values())
        self._names = set(names)
        self._longest = max(map(len, self._all), default=0)

    def plain(self) -> Any:  # noqa: ANN401 - plain values, whatever they are
        """Return the words as plain values, to be kept."""
        few = self._loose, self._openers, self._heads, self._affixes, self._names, self._longest
        return few, pack(self._plain), pack(self._all)

    @classmethod
    def of_plain(cls, plain: Any) -> Parter:  # noqa: ANN401 - as above
        """Return the words as they were kept."""
        made = cls((), {})
        few, *many = plain
        made._loose, made._openers, made._heads, made._affixes, made._names, made._longest = few
        made._plain, made._all = map(PackedWords, many)
        return made

    def part(self, body: str) -> list[str] | None:
        """Return the words of a folded run of letters, or `None` where it is one word or cannot be parted."""
        if self._known(body):
            return None
        words = self._fewest(body, self._plain)
        if words is None:
            words = self._fewest(body, self._all)
            if words and not self._loose.intersection(words):
                return None
        return words or self._around_a_stranger(body)

    def _known(self, body: str) -> bool:
        """Whether it is a word, or the plural of one."""
        return body in self._all or any(
            body.endswith(ending) and body[: -len(ending)] in self._all for ending in _ENDINGS
        )

    def _fewest(self, body: str, known: Container[str]) -> list[str] | None:
        """Part into known words: the fewest, and of those the longest first; `None` where chance might do so."""
        best: dict[int, list[str]] = {0: []}  # where a word may end -> the words before it
        for end in range(1, len(body) + 1):
            options = [
                [*before, word]
                for start, before in best.items()
                if end - start <= self._longest and (word := body[start:end]) in known
            ]
            if options:
                best[end] = min(options, key=lambda words: (len(words), [-len(word) for word in words]))
        words = best.get(len(body))
        return words if words and len(words) >= _LEAST and self._meant(words) else None

    def _meant(self, words: list[str]) -> bool:
        """Whether words stand together on purpose, and not by chance inside one word."""
        if len(words) == _LEAST:
            first, last = words
            return (
                not self._affixes.intersection(words)
                and (len(first) > _SHORT or first in self._openers or first in self._names)
                and (len(last) > _SHORT or last in self._heads or last in self._names)
            )
        if len(words) == _LEAST + 1:
            _, middle, last = words
            if len(middle) == 1 and words[0] not in self._openers:
                return False
            if len(middle) <= _SHORT and last in self._affixes:
                return False
        tiny = sum(len(word) < _SHORT for word in words)
        long = sum(len(word) for word in words if len(word) > _SHORT)
        return 2 * tiny <= len(words) and len(words[-1]) >= _SHORT and 3 * long >= sum(map(len, words))

    def _around_a_stranger(self, body: str) -> list[str] | None:
        """Part into one word that nobody knows and known ones before it or behind it."""
        for size in range(min(len(body) - 1, self._longest * 3), 0, -1):
            for front in (False, True):
                strange = body[:-size] if front else body[size:]
                known = body[-size:] if front else body[:size]
                if len(strange) in _STRANGE and len(known) > _SHORT and _speakable(strange):
                    edge = self._heads if front else self._openers
                    words = self._fewest(known, self._plain) or [known]
                    if known in edge or (len(words) >= _LEAST and min(map(len, words)) > _SHORT):
                        return [strange, *words] if front else [*words, strange]
        return None


def _speakable(word: str) -> bool:
    return any(char in "aeiouy" for char in word)


def _columns(listed: TermList | None) -> dict[str, set[str]]:
    """The single words of a list, folded, by language."""
    phrases = listed.phrases if listed else {}
    return {code: set(_literal_words(rows)) for code, rows in phrases.items()}


def _literal_words(phrases: Iterable[str]) -> Iterable[str]:
    for text in phrases:
        for row in phrase.parse(text).rows:
            if len(row) == 1:
                yield from (row[0],) if isinstance(row[0], str) else getattr(row[0], "words", ())
