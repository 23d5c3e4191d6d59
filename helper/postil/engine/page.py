"""A page: one field of a draft, read once. All offsets are code points into `text`; ends are exclusive."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

from postil.engine import fold, quotes, tokens
from postil.engine.cover import Cover
from postil.engine.once import Once
from postil.engine.tokens import Kind

Writing = Literal["prose", "label"]
"""A label is a file's name or a handle: `sint_wkz.jpg` and `LeidenUni_official` fall apart into words."""


_DIGIT = re.compile("[0-9]")
_DIGITS = re.compile(r"\d+")
_GAP = re.compile(r"\s")
PIECE = 4
"""Characters of a piece that is worth a look."""
_LINKED = frozenset({"url", "email", "mention", "hashtag"})


class Span(NamedTuple):
    """A stretch of a text, in code points; `end` is exclusive."""

    start: int
    end: int


class Digits(NamedTuple):
    """How many digits stand in a row at most, and how many in all."""

    row: int
    all: int


class Pieces:
    """Pieces of a text, each once."""

    def __init__(self, pieces: Iterable[str]) -> None:
        """Keep the pieces, in which no space is."""
        self.lines = list(dict.fromkeys(pieces))
        self._text = _in_latin("\n".join(self.lines))
        self._starts = list(accumulate([len(piece) + 1 for piece in self.lines], initial=0))
        self._found: dict[frozenset[str], list[str]] = {}

    def with_any(self, runs: frozenset[str]) -> list[str]:
        """Return the pieces that hold one of some runs of letters of ASCII; patterns share their runs."""
        found = self._found.get(runs)
        if found is None:
            text = self._text
            found = self._found[runs] = self._with([run for run in runs if run in text])
        return found

    def _with(self, runs: Iterable[str]) -> list[str]:
        text, starts = self._text, self._starts
        found: set[int] = set()
        for run in runs:
            at = text.find(run)
            while at >= 0:
                number = bisect_right(starts, at) - 1
                found.add(number)
                at = text.find(run, starts[number + 1])
        return [self.lines[number] for number in found]


class Token(NamedTuple):
    """A word, number, handle, hashtag, link, e-mail address or emoji, with what the rules ask about it."""

    start: int
    end: int
    text: str  # as it stands in the text
    fold: str  # lower-case, no accents, look-alikes and invisibles gone
    kind: Kind
    sentence: int  # counted from 0 over the page
    paragraph: int
    quoted: bool  # stands inside quotation marks
    opens: bool  # is the first word of its sentence or its line

    @property
    def capital(self) -> bool:
        """Whether the word begins with a capital."""
        return self.text[:1].isupper()

    @property
    def capitals(self) -> bool:
        """Whether the word is all capitals, two letters or more."""
        return len(self.text) > 1 and self.text.isupper()


class Page:
    """One field's text with its views; what costs time is worked out when first asked for."""

    def __init__(self, text: str, writing: Writing = "prose") -> None:
        """Hold a text; nothing is read yet."""
        self.text = text
        self.writing = writing

    def __repr__(self) -> str:
        """Leave the text out: a draft is not written down."""
        return f"Page({len(self.text)} code points)"

    @Once
    def plain(self) -> str:
        """The text at the same length: width, quotes and dashes folded, invisibles as spaces."""
        return fold.plain(self.text)

    @Once
    def scanned(self) -> str:
        """The text at the same length, as the tokeniser reads it."""
        return fold.scan(self.text)

    @Once
    def folded(self) -> tuple[str, Sequence[int]]:
        """The folded text, which patterns see, and the code point that each of its characters came from."""
        return fold.fold_with_origins(self.text)

    @Once
    def pieces(self) -> Pieces:
        """The pieces of the folded text that no space parts, those of some length."""
        return Pieces(piece for piece in self.folded[0].split() if len(piece) >= PIECE)

    @Once
    def latin(self) -> str:
        """The folded text at the same length, `?` for what is not of Latin 1: so it is soon looked through."""
        return _in_latin(self.folded[0])

    @Once
    def gaps(self) -> list[int]:
        """Where the spaces of the folded text stand."""
        return [one.start() for one in _GAP.finditer(self.folded[0])]

    @Once
    def plain_gaps(self) -> list[int]:
        """Where the spaces of the plain text stand."""
        return self.gaps if self.text.isascii() else [one.start() for one in _GAP.finditer(self.plain)]

    @Once
    def signs(self) -> frozenset[str]:
        """The characters of the folded and the plain text; where any digit stands, also `0`."""
        chars = set(self.folded[0])
        if not self.text.isascii():
            chars.update(self.plain)
        return frozenset(chars | {"0"}) if any(map(str.isdecimal, chars)) else frozenset(chars)

    @Once
    def digits(self) -> Digits:
        """How many digits stand there."""
        rows = list(map(len, _DIGITS.findall(self.folded[0])))
        return Digits(max(rows, default=0), sum(rows))

    @Once
    def languages(self) -> dict[int, str | None]:
        """The languages of its sentences by their numbers, as far as they were read."""
        return {}

    @Once
    def has_digit(self) -> bool:
        """Whether a digit stands anywhere: most posts have none, and most entities need one."""
        return _DIGIT.search(self.plain) is not None

    @Once
    def words(self) -> frozenset[str]:
        """The folds of all tokens."""
        return frozenset(self.columns.folds)

    @Once
    def links(self) -> tuple[Span, ...]:
        """The links, e-mail addresses, handles and hashtags, in order."""
        columns = self.columns
        if _LINKED.isdisjoint(columns.kinds):
            return ()
        return tuple(
            Span(start, end)
            for start, end, kind in zip(columns.starts, columns.ends, columns.kinds, strict=True)
            if kind in _LINKED
        )

    @Once
    def columns(self) -> tokens.Columns:
        """The tokens as parallel lists, which is how the index reads them."""
        return (
            tokens.read_label(self.text) if self.writing == "label" else tokens.read(self.text, self.scanned)
        )

    def recut(self, columns: tokens.Columns) -> None:
        """Read the page in these tokens from here on; only before anything else was worked out from the others."""
        self.__dict__["columns"] = columns
        self.__dict__.pop("words", None)

    @Once
    def tokens(self) -> tuple[Token, ...]:
        """The tokens, in order of the text (a label's whole handle comes first)."""
        columns = self.columns
        return tuple(
            Token(
                start,
                end,
                self.text[start:end],
                folded,
                kind,
                sentence,
                paragraph,
                self.is_quoted(start, end),
                opens,
            )
            for start, end, folded, kind, sentence, paragraph, opens in zip(
                columns.starts,
                columns.ends,
                columns.folds,
                columns.kinds,
                columns.sentences,
                columns.paragraphs,
                columns.opens,
                strict=True,
            )
        )

    @Once
    def _quotations(self) -> Cover:
        return Cover(quotes.find(self.scanned))

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether `[start, end)` lies wholly inside quotation marks."""
        return self._quotations.covers(start, end)


def _in_latin(text: str) -> str:
    return text if text.isascii() else text.encode("latin-1", "replace").decode("latin-1")
