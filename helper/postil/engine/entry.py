"""An entry of the index: one row under its anchor, with the cheap questions to ask before the dear one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from postil.engine.ground import Ground
from postil.engine.match import Hit
from postil.engine.step import Element, Phrase, Row, Step

JOINED = 3
"""`fake news` is also found as `#fakenews`, for plain rows of so many words at most."""


class Term(NamedTuple):
    """A phrase of a list, and the language in which it is ambiguous, if it is."""

    phrase: Phrase
    doubt: str | None = None


class Entry(NamedTuple):
    """One row under its anchor, the step at `at`. `single` words match by being found."""

    place: int  # the list's place in the order of references
    row: Row
    at: int = 0
    straight: bool = False  # as many tokens as steps
    loose: bool = False  # holds a gap
    starts: bool = False
    ends: bool = False
    doubt: str | None = None
    offset: int = 0  # where, seen from the anchor, a word of `guard` must stand
    guard: frozenset[str] | None = None
    words: tuple[frozenset[str], ...] = ()  # of each, one word at least must stand in the text
    refs: tuple[frozenset[str], ...] = ()  # of each, one list at least must have been found
    single: bool = False

    def has_words(self, present: frozenset[str]) -> bool:
        """Whether the row's words stand anywhere at all."""
        for words in self.words:  # a plain loop: this is asked for every entry of every word
            if words.isdisjoint(present):
                return False
        return True

    def has_lists(self, found: Mapping[str, object]) -> bool:
        """Whether the lists that the row refers to were found at all."""
        return not any(found.keys().isdisjoint(refs) for refs in self.refs)


def single(place: int) -> Entry:
    """Return the entry that all single words of a list share."""
    return Entry(place, ("",), single=True)


def entry(place: int, row: Row, at: int, term: Term) -> Entry:
    """Return the entry of a row under the anchor at `at`."""
    loose = any(isinstance(element, int) for element in row)
    refs = tuple(step.refs for step in row if isinstance(step, Step) and step == Step(refs=step.refs))
    offset, guard = _guard(row, at)
    others = (_words_alone(step) for place, step in enumerate(row) if place != at)
    words = tuple(one for one in others if one and not _has_hashtag(one))
    return Entry(
        place=place,
        row=row,
        at=at,
        straight=not loose and not any(isinstance(step, Step) and step.refs for step in row),
        loose=loose,
        starts=term.phrase.starts,
        ends=term.phrase.ends,
        doubt=term.doubt,
        offset=offset,
        guard=guard,
        words=words,
        refs=refs,
    )


def _guard(row: Row, at: int) -> tuple[int, frozenset[str] | None]:
    """Return the step of fewest words alone that stands at a fixed distance from the anchor."""
    anchor = row[at]
    if isinstance(anchor, Step) and anchor.refs:  # an anchor of unknown length
        return 0, None
    found: list[tuple[int, int, frozenset[str]]] = []
    for step in (-1, 1):
        place = at + step
        while 0 <= place < len(row):
            words = _words_alone(row[place])
            if words is None:
                break
            if words and not _has_hashtag(words):
                found.append((len(words), place - at, words))
            place += step
    if not found:
        return 0, None
    _, offset, guard = min(found, key=lambda one: one[:2])
    return offset, guard


def _words_alone(element: Element) -> frozenset[str] | None:
    """Return the words that a step may be; none if it may be more; `None` where it may not be one token."""
    if isinstance(element, str):
        return frozenset((element,))
    if isinstance(element, int) or element.refs:
        return None
    return element.words if element == Step(words=element.words, exact=element.exact) else frozenset()


def is_words(element: Element) -> bool:
    """Whether a step is words alone, whose look-up leaves nothing to ask."""
    return isinstance(element, str) or (isinstance(element, Step) and element == Step(words=element.words))


def _has_hashtag(words: frozenset[str]) -> bool:
    """Whether words hold a hashtag, which the bare words of a text do not show."""
    return any(word[0] == "#" for word in words)


def unfold(ground: Ground, one: Entry, first: int, last: int) -> Iterable[Hit]:
    """Return every stretch where the entry's row stands around its anchor, the tokens `[first, last)`."""
    row, at = one.row, one.at
    if one.straight:
        begin, stop = first - at, first - at + len(row)
        if ground.reads(row, begin, stop) and ground.stands(begin, stop, one.starts, one.ends):
            return (Hit(ground.match(begin, stop), doubt=one.doubt),)
        return ()
    step = row[at]
    if isinstance(step, Step) and not step.refs and not ground.fits(step, first):
        return ()
    reach = ground.reach(first)
    begins = ground.before(row[:at], first, reach)
    stops = ground.after(row[at + 1 :], last, reach) if begins else ()
    return [
        Hit(ground.match(begin, stop), one.loose, one.doubt)
        for begin in begins
        for stop in stops
        if ground.stands(begin, stop, one.starts, one.ends)
    ]


def with_hashtags(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows, and for short plain ones the hashtag that runs their words together."""
    for row in rows:
        yield row
        if 1 < len(row) <= JOINED:
            words = [_one_word(element) for element in row]
            if all(words):
                yield ("#" + "".join(words),)


def _one_word(element: Element) -> str:
    """Return the letters of a step that is one word, be it a name with its 's, else nothing."""
    if isinstance(element, Step):
        names = sorted(element.words, key=len)
        is_name = bool(names) and names[1:] == [names[0] + "'s"] and element == Step(words=element.words)
        element = names[0] if is_name else 0
    word = "" if isinstance(element, int) else element.replace("'", "")
    return word if word.isalnum() else ""
