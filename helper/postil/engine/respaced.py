"""Moved spaces: `h a a t`, `vrou wen`, `ikhaatze`. A page's tokens are cut anew where lists know the words so made.

Only what hides a word of a list that forgives slips is touched, and never two words that stand for themselves:
`zwart en wit` stays three words, `aanvallen` one.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from operator import add, sub
from typing import Any, Final, NamedTuple

from postil.engine import fold as folding
from postil.engine.packed import PackedWords, pack
from postil.engine.page import Page
from postil.engine.tokens import Columns

_SPACED = re.compile(r"(?<!\S)[^\W\d_](?:([ .\-_*·])[^\W\d_])(?:\1[^\W\d_])+(?![^\s.,;:!?…\"')])")
_RUN = 4  # single letters that surely spell something
_HALVES = 5  # letters of a word that may have fallen apart
_WHOLE = 7  # letters of words that may have run together
_KEY = 5  # letters of a word that may be hidden among others
_LONGEST = 60  # letters of what is parted: a sentence without its spaces
_WORD = 18  # letters of a word in it
_SHORT = 3  # letters of a word that many others hold
_LINKING: Final = (
    "ik wij jij jullie haat haten alle elke iedere een die deze dat het van met naar zijn waren moet moeten mogen "
    "horen zouden kunnen hebben heeft verdienen vind vinden zonder niet geen maar want dus toch wat wie waarom hoe "
    "ook nog gewoon echt allemaal onze mijn hun hier zou wil "
    "hate are all every those these should must deserve fuck kill with from about not why what is am"
)
_LINKS: Final = frozenset(_LINKING.split())
"""Small words; one of them at least stands among those that ran together."""
_OPENING: Final = (
    "weg aan door over voor op in om uit af er te de en me ze je hem haar ons zo wel nu als dan dom"
)
_SMALL: Final = frozenset(_OPENING.split())
"""Words that may stand among those, and open many a longer word (`aanvallen`), so that they tell nothing."""


class Part(NamedTuple):
    """One token made anew: where it starts and ends in the text, and what it reads as."""

    start: int
    end: int
    fold: str


_Made = tuple[int, int, list[Part]]
"""The tokens `[first, last)`, and what they are made into."""


class Respacing:
    """The words of all lists of a policy, and those among them that are worth finding behind a moved space."""

    def __init__(self, words: Iterable[str], keys: Iterable[str], common: Iterable[str] = ()) -> None:
        """Know the `words` that a text may hold, and the `keys`, for whose sake a text is cut anew.

        Short words stand among those that ran together only where they are `common`.
        """
        self._keys = frozenset(key for key in keys if key.isalpha() and len(key) >= _KEY)
        self._heads = _heads_of(self._keys)
        every = self._keys.union(words, _LINKS, _SMALL)
        self._words: Container[str] = every
        self._short = every & _LINKS.union(_SMALL, common)

    def plain(self) -> Any:  # noqa: ANN401 - plain values, whatever they are
        """Return the words as plain values, to be kept."""
        words = self._words
        return self._keys, pack(words) if isinstance(words, frozenset) else None, self._short

    @classmethod
    def of_plain(cls, plain: Any) -> Respacing:  # noqa: ANN401 - as above
        """Return the words as they were kept, to be read alone."""
        made = cls((), ())
        made._keys, words, made._short = plain
        made._words = PackedWords(words)
        made._heads = _heads_of(made._keys)
        return made

    def mend(self, page: Page) -> None:
        """Cut a page's tokens anew where its spaces were moved; most pages stay as they are."""
        columns = page.columns
        made: list[_Made] = [*self._spelt_out(page), *self._halved(page)]
        if not self._keys.isdisjoint(page.words) or any(len(fold) >= _WHOLE for fold in columns.folds):
            made += self._run_together(page)
        if made:
            page.recut(_cut(columns, sorted(made)))

    def _spelt_out(self, page: Page) -> Iterator[_Made]:
        """Yield the runs of single letters that spell words, each by the tokens `[first, last)`."""
        columns = page.columns
        lengths = list(map(sub, columns.ends, columns.starts))
        if lengths.count(1) < _RUN:
            return
        single = [length == 1 for length in lengths]
        first_at = {start: token for token, start in enumerate(columns.starts)}
        for found in _SPACED.finditer(page.scanned):
            first = first_at.get(found.start())
            letters = folding.fold(found[0][::2])
            count = len(found[0][::2])
            if (
                first is None
                or len(letters) != count
                or count < _RUN
                or not all(single[first : first + count])
            ):
                continue
            words = self._parted(letters) if columns.starts[first + count - 1] == found.end() - 1 else []
            if len(words) == 1 or not _LINKS.isdisjoint(words):
                yield first, first + count, list(_placed(words, columns.starts[first : first + count]))

    def _halved(self, page: Page) -> Iterator[_Made]:
        """Yield the pairs of tokens that are one word of a list, of which one half at least is none."""
        columns, scanned = page.columns, page.scanned
        folds, starts, ends, known = columns.folds, columns.starts, columns.ends, self._words
        wholes = list(map(add, folds, folds[1:]))
        if self._keys.isdisjoint(wholes):
            return
        last = -1
        for token, whole in enumerate(wholes):
            if (
                whole in self._keys
                and len(whole) >= _HALVES
                and token > last
                and scanned[ends[token] : starts[token + 1]] == " "
                and not (folds[token] in known and folds[token + 1] in known)
            ):
                last = token + 1
                yield token, token + 2, [Part(starts[token], ends[token + 1], whole)]

    def _run_together(self, page: Page) -> Iterator[_Made]:
        """Yield the tokens that are several words without their spaces, a small one and a key among them."""
        columns = page.columns
        for token, fold in enumerate(columns.folds):
            start, end = columns.starts[token], columns.ends[token]
            if (
                _WHOLE <= len(fold) <= _LONGEST
                and columns.kinds[token] == "word"
                and fold not in self._words
                and end - start == len(fold)
                and self._holds_a_key(fold)
                and len(words := self._parted(fold)) > 1
                and not self._keys.isdisjoint(words)
            ):
                parts = list(_placed(words, range(start, end)))
                if not _LINKS.isdisjoint(words) or all(page.text[part.start].isupper() for part in parts[1:]):
                    yield token, token + 1, parts

    def _holds_a_key(self, letters: str) -> bool:
        heads = self._heads
        return any(
            letters[start:end] in self._keys
            for start in range(len(letters) - _KEY + 1)
            if letters[start : start + _KEY] in heads
            for end in range(start + _KEY, min(len(letters), start + _WORD) + 1)
        )

    def _is_piece(self, word: str) -> bool:
        return (word in self._words) if len(word) > _SHORT else len(word) > 1 and word in self._short

    def _parted(self, letters: str) -> list[str]:
        """Return the fewest words of the lists that these letters are, or none."""
        best: list[list[str] | None] = [[]]
        for end in range(1, len(letters) + 1):
            ways = [
                [*before, word]
                for start in range(max(0, end - _WORD), end)
                if (before := best[start]) is not None
                and (self._is_piece(word := letters[start:end]) or (not start and word == "i"))
            ]
            best.append(min(ways, key=len) if ways else None)
        return best[-1] or []


def _heads_of(keys: Iterable[str]) -> frozenset[str]:
    """Return the letters that keys begin with: most places in a long word begin none."""
    return frozenset(key[:_KEY] for key in keys)


def _placed(words: Iterable[str], places: Sequence[int]) -> Iterator[Part]:
    """Yield words with where they stand, their letters being at `places`."""
    at = 0
    for word in words:
        last = at + len(word) - 1
        yield Part(places[at], places[last] + 1, word)
        at = last + 1


def _cut(columns: Columns, made: Iterable[_Made]) -> Columns:
    """Return the tokens with these stretches of them made anew."""
    cut, done = Columns(), 0
    for first, last, parts in made:
        if first >= done:
            _keep(cut, columns, done, first)
            for part in parts:
                _add(cut, columns, first, part)
            done = last
    _keep(cut, columns, done, len(columns.folds))
    return cut


def _keep(cut: Columns, columns: Columns, first: int, last: int) -> None:
    for token in range(first, last):
        _add(cut, columns, token, Part(columns.starts[token], columns.ends[token], columns.folds[token]))


def _add(cut: Columns, columns: Columns, token: int, part: Part) -> None:
    """Append a part, which stands in the sentence of a token and is what that token was."""
    cut.starts.append(part.start)
    cut.ends.append(part.end)
    cut.folds.append(part.fold)
    cut.kinds.append(columns.kinds[token])
    cut.sentences.append(columns.sentences[token])
    cut.paragraphs.append(columns.paragraphs[token])
    cut.opens.append(columns.opens[token] and part.start == columns.starts[token])
