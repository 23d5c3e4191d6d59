"""The phrase language of the term files: one written term becomes the rows of elements that find it.

Grammar, after `^`, `$` and `=` are taken off: words, `*` at their edges, `(a|b|)`, `...`, `..n`, `<n>` and
its kin, `{list}`. `parse` refuses what can find nothing or far too much, and says at which column.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NoReturn

from postil.engine import fold as folding
from postil.engine import plain, tokens
from postil.engine.spellings import write_out
from postil.engine.step import SLOTS, Element, Phrase, Row, Step, merge
from postil.engine.syntax import GAP, JOINED, MOST_ROWS, REF, STEM, SYNTAX, WIDEST

SHORT = 5
"""A term all in capitals of so many letters, or fewer, asks for those capitals."""
_TAIL, _INNER = 3, 5  # letters that `*tail` and `*inner*` must have
_LEAST = {(False, True): STEM, (True, False): _TAIL, (True, True): _INNER}  # by (star before, star after)


class PhraseError(ValueError):
    """A phrase that cannot be read: one `sentence`, and the `column` in the phrase, counted from 0."""

    def __init__(self, sentence: str, column: int) -> None:
        """Say what is wrong and where."""
        super().__init__(sentence)
        self.sentence = sentence
        self.column = column


@lru_cache(maxsize=1 << 15)  # the loader reads every phrase to check it, the index to compile it
def parse(text: str) -> Phrase:
    """Read one phrase as its author wrote it. What was read is kept until `forget`.

    Raises:
        PhraseError: the phrase cannot be read, finds nothing, or unfolds into too many rows.
    """
    starts, ends, exact = text.startswith("^"), text.endswith("$"), False
    offset, body = int(starts), text[starts : len(text) - ends]
    if rows := plain.read(body):
        return Phrase(rows, starts, ends)
    if body.lstrip().startswith("="):
        shift = body.index("=") + 1
        body, offset, exact = body[shift:], offset + shift, True
    reader = _Reader(body, offset, exact=exact or _is_short_capitals(body))
    for row in (read := reader.rows()):
        _refuse(row, reader)
    return Phrase(write_out(read), starts, ends)


def forget() -> None:
    """Let go of the phrases read so far: once the rules are compiled nobody asks again."""
    parse.cache_clear()


def domain(host: str) -> Phrase:
    """Return the phrase that finds links and e-mail addresses of a domain and its subdomains."""
    return Phrase(((Step(hosts=(_bare_host(host),)),),))


def _is_short_capitals(body: str) -> bool:
    if body.islower():
        return False
    letters = [char for char in re.sub(r"<[^<>]*>|\{[^{}]*\}", "", body) if char.isalpha()]
    return 1 < len(letters) <= SHORT and all(char.isupper() for char in letters)


def _refuse(row: Row, reader: _Reader) -> None:
    if not row:
        raise PhraseError("This finds nothing: no word is left to look for.", 0)
    if edges := [edge for edge in (0, -1) if isinstance(row[edge], int)]:
        gap = [part for part in reader.parts if part.lastgroup == "gap"][edges[0]]
        sentence = f"A gap needs a word on both sides; at `{gap[0]}` one may be missing."
        raise PhraseError(sentence, gap.start() + reader.offset)


def _bare_host(written: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", written.lower()).rstrip("/")


class _Reader:
    """A recursive descent over one phrase; a sequence is read into all rows it unfolds into."""

    def __init__(self, body: str, offset: int, *, exact: bool) -> None:
        self.parts = list(SYNTAX.finditer(body))
        self.offset = offset
        self.exact = exact
        self.at = 0

    def rows(self) -> list[Row]:
        rows = self._sequence(depth=0)
        if self.at < len(self.parts):
            self._stop(f"'{self.parts[self.at][0]}' stands outside brackets.")
        return rows

    def _stop(self, sentence: str, part: int | None = None) -> NoReturn:
        at = self.at if part is None else part
        column = self.parts[at].start() if at < len(self.parts) else self.parts[-1].end()
        raise PhraseError(sentence, column + self.offset)

    def _sequence(self, depth: int) -> list[Row]:
        rows: list[Row] = [()]
        while self.at < len(self.parts):
            first, part = self.at, self.parts[self.at]
            if part.lastgroup == "space":
                self.at += 1
                continue
            sign = part["sign"]
            if sign == "|" or (sign == ")" and depth):
                break
            if sign == "(":
                more = self._group(depth + 1)
            elif part.lastgroup == "choice":
                more = self._choice(part["choice"])
            elif sign and sign != "*":
                self._stop(f"'{sign}' has no partner.")
            else:
                more = [self._item(part)]
            rows = [(*row, *tail) for row in rows for tail in more]
            if len(rows) > MOST_ROWS:
                self._stop("Too many alternatives: split this into several terms.", first)
        return rows

    def _choice(self, written: str) -> list[Row]:
        self.at += 1
        if self.exact or not written.islower():
            return merge([self._chosen(term) for term in written.split("|")])
        return plain.choose(written, []) or []

    def _chosen(self, term: str) -> Row:
        words = re.split("[ -]", term.rstrip("*")) if term else []
        starred = (False, term.endswith("*"))
        return tuple(
            self._element(
                word, folding.fold(word), "word", starred if left == 1 else (False, False), self.at - 1
            )
            for left, word in zip(range(len(words), 0, -1), words, strict=True)
        )

    def _group(self, depth: int) -> list[Row]:
        opened = self.at
        rows: list[Row] = []
        while True:
            self.at += 1
            rows += self._sequence(depth)
            if self.at >= len(self.parts):
                self._stop("'(' has no ')'.", opened)
            if self.parts[self.at]["sign"] == ")":
                break
        self.at += 1
        return merge(rows)

    def _item(self, part: re.Match[str]) -> Row:
        self.at += 1
        if part.lastgroup == "gap":
            gap = GAP if part["gap"] == "..." else int(part["gap"][2:])
            if gap > WIDEST:
                self._stop(f"A gap holds {WIDEST} words at most.", self.at - 1)
            return (gap,)
        if part.lastgroup == "slot":
            if part["slot"] not in SLOTS:
                self._stop(f"<{part['slot']}> is none of <n> <Name> <@> <#> <url> <emoji>.", self.at - 1)
            return (Step(slots=frozenset((part["slot"],))),)
        if part.lastgroup == "ref":
            if not re.fullmatch(REF, part["ref"]):
                self._stop("A list's id is lower-case words joined by hyphens.", self.at - 1)
            return (Step(refs=frozenset((part["ref"],))),)
        return self._words(part)

    def _words(self, part: re.Match[str]) -> Row:
        """Read a run of letters with the stars at its edges."""
        first, before = self.at - 1, part["sign"] == "*"
        if before:
            if self.at >= len(self.parts) or not self.parts[self.at]["words"]:
                self._stop("A star belongs to the word before or after it.", first)
            part = self.parts[self.at]
            self.at += 1
        after = self.at < len(self.parts) and self.parts[self.at]["sign"] == "*"
        self.at += after
        if after and self.at < len(self.parts) and self.parts[self.at]["words"]:
            self._stop("A star stands at the start or the end of a word, not inside it.", self.at - 1)
        written = part["words"]
        if written.isalpha() and written.islower():
            word = folding.fold(written)
            if not (before or after or self.exact):
                return (word,)
            return (self._element(written, word, "word", (before, after), first),)
        if not (before or after or self.exact) and written.islower() and JOINED.fullmatch(written):
            return tuple(folding.fold(written).split("-"))
        columns = tokens.read(written)
        last = len(columns.folds) - 1
        if last < 0:
            if before or after:
                self._stop("A star belongs to the word before or after it.", first)
            return ()
        row = []
        for number, (start, end, word, kind) in enumerate(
            zip(columns.starts, columns.ends, columns.folds, columns.kinds, strict=True)
        ):
            starred = (before and number == 0, after and number == last)
            row.append(self._element(written[start:end], word, kind, starred, first))
        return tuple(row)

    def _element(
        self, written: str, word: str, kind: tokens.Kind, starred: tuple[bool, bool], part: int
    ) -> Element:
        exact = (written,) if self.exact else ()
        if kind == "url":
            return Step(hosts=(_bare_host(word),))
        if starred == (False, False):
            if written[0].isupper():  # a name: Leiden's is Leiden
                return Step(words=frozenset((word, word + "'s")), exact=exact)
            return Step(words=frozenset((word,)), exact=exact) if exact else word
        least = _LEAST[starred]
        if len(word) < least:
            self._stop(f"With a star here, a word needs {least} letters or more.", part)
        step = {
            (False, True): Step(prefixes=(word,)),
            (True, False): Step(suffixes=(word,)),
            (True, True): Step(infixes=(word,)),
        }[starred]
        return step._replace(exact=exact)
