"""An entry of the index: one row under its anchor, with the cheap questions to ask before the dear one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from postil.engine.anchor import Rates
from postil.engine.ground import Ground
from postil.engine.match import Hit
from postil.engine.step import Element, Phrase, Row, Step

JOINED = 3
"""`fake news` is also found as `#fakenews`, for plain rows of so many words at most."""


class Term(NamedTuple):
    """A phrase of a list, and the language in which it is ambiguous, if it is."""

    phrase: Phrase
    doubt: str | None = None


Raw = tuple[int, Row, int, bool, bool, str | None]
"""A row as it is kept: its list's place, the row, where its anchor is, whether it opens and ends the post, its doubt."""


class Questions(NamedTuple):
    """The cheap questions of a row, worked out when its anchor first turns up in a text."""

    straight: bool  # as many tokens as steps
    loose: bool  # holds a gap
    asks: bool  # the anchor asks for more than the look-up, which goes by the fold, has told
    before: Step | None  # what must stand right before the anchor, and right after it
    after: Step | None
    offset: int  # where, seen from the anchor, a word of `guard` must stand
    guard: frozenset[str] | None
    words: tuple[frozenset[str], ...]  # of each, one word at least must stand in the text
    refs: tuple[frozenset[str], ...]  # of each, one list at least must have been found
    lists: frozenset[str]  # every list that the row refers to


class Entry:
    """One row of one list under its anchor, the step at `at`. What is `single` matches by being found.

    `guard`: words of which one must stand at `offset` from the anchor. `words`: the choices of words, the guard aside,
    of each of which one must stand in the sentence, the rarest first. `bits`: of each choice of lists that it needs,
    those that there are. `is_row`: its whole row can be read at once.
    """

    __slots__ = (
        *(
            "_questions",
            "_rates",
            "at",
            "bits",
            "doubt",
            "ends",
            "guard",
            "is_row",
            "offset",
            "place",
            "row",
        ),
        *("single", "starts", "words"),
    )

    def __init__(self, raw: Raw, rates: Rates, places: Mapping[str, int]) -> None:
        """Work out what to ask of a row; `places` are the lists' places, by name."""
        self.place, self.row, self.at, self.starts, self.ends, self.doubt = raw
        self.single = is_told(raw)
        asked = _questions(self.row, self.at, rates)
        self.offset, self.guard = asked.offset, asked.guard
        self.words = tuple(one for one in asked.words if one != asked.guard)
        self.bits = tuple(sum(1 << places[name] for name in names if name in places) for names in asked.refs)
        self.is_row = asked.straight
        self._rates = rates
        self._questions: Questions | None = None

    @property
    def questions(self) -> Questions:
        """What to ask before the row is walked; most rows never are."""
        if self._questions is None:
            self._questions = _questions(self.row, self.at, self._rates)
        return self._questions


def is_told(raw: Raw) -> bool:
    """Whether a row is a match of its list wherever its anchor is found."""
    _, row, _, starts, ends, doubt = raw
    return len(row) == 1 and not (starts or ends or doubt is not None) and _is_told(row[0])


def cue_of(row: Row, at: int, rates: Rates) -> tuple[int, int | None, int | None]:
    """Return the place of a row's guard as seen from its anchor, and the places of guard and rarest words, if any."""
    alone = [words_alone(step) for step in row]
    offset, guard = _guard_of(row[at], alone, at)
    rarest, least = None, _ANY
    for place, words in enumerate(alone):
        if words and place != at and words != guard and (rate := rates.of_words(words)) < least:
            rarest, least = place, rate
    return offset, at + offset if guard else None, rarest


def _questions(row: Row, at: int, rates: Rates) -> Questions:
    anchor = row[at]
    loose = any(isinstance(step, int) for step in row)
    refers = any(isinstance(step, Step) and step.refs for step in row)
    alone = [words_alone(step) for step in row]
    offset, guard = _guard_of(anchor, alone, at)
    return Questions(
        straight=not loose and not refers,
        loose=loose,
        asks=isinstance(anchor, Step)
        and not anchor.refs
        and bool(anchor.exact or anchor.slots or anchor.hosts),
        before=_beside(row, at - 1),
        after=_beside(row, at + 1),
        offset=offset,
        guard=guard,
        words=rates.rarest_first(words for number, words in enumerate(alone) if words and number != at),
        refs=tuple(step.refs for step in row if isinstance(step, Step) and step.is_refs),
        lists=frozenset(name for step in row if isinstance(step, Step) for name in step.refs)
        if refers
        else _NONE,
    )


def _beside(row: Row, place: int) -> Step | None:
    step = row[place] if 0 <= place < len(row) else None
    return step if isinstance(step, Step) and not step.refs else None


def _guard_of(
    anchor: Element, alone: Sequence[frozenset[str] | None], at: int
) -> tuple[int, frozenset[str] | None]:
    return (0, None) if isinstance(anchor, Step) and anchor.refs else _guard(alone, at)


def _guard(alone: Sequence[frozenset[str] | None], at: int) -> tuple[int, frozenset[str] | None]:
    """Return the step of fewest words alone that stands at a fixed distance from the anchor."""
    best: tuple[int, int, frozenset[str]] | None = None
    for step in (-1, 1):
        place = at + step
        while 0 <= place < len(alone):
            words = alone[place]
            if words is None:
                break
            if words and (best is None or (len(words), place - at) < best[:2]) and not _has_hashtag(words):
                best = (len(words), place - at, words)
            place += step
    return (0, None) if best is None else best[1:]


def words_alone(element: Element) -> frozenset[str] | None:
    """Return the words that a step may be; none if it may be more; `None` where it may not be one token."""
    if isinstance(element, str):
        return _only(element)
    if isinstance(element, int) or element.refs:
        return None
    return element.words if element.is_words else _NONE


_NONE: frozenset[str] = frozenset()
_FEW = 4_096
_ANY = float("inf")


@lru_cache(_FEW)
def _only(word: str) -> frozenset[str]:
    """Return a set of one word of the rules, the same each time: most rows are made of such."""
    return frozenset((word,))


def _is_told(element: Element) -> bool:
    """Whether the look-up of a step leaves nothing to ask: capitals and paths alone are asked about later."""
    return isinstance(element, str) or (isinstance(element, Step) and not (element.exact or element.hosts))


def _has_hashtag(words: frozenset[str]) -> bool:
    """Whether words hold a hashtag, which the bare words of a text do not show."""
    return any(word[0] == "#" for word in words)


def unfold(ground: Ground, one: Entry, first: int, last: int) -> Iterable[Hit]:
    """Return every stretch where the entry's row stands around its anchor, the tokens `[first, last)`."""
    row, at, questions = one.row, one.at, one.questions
    if questions.straight:
        begin, stop = first - at, first - at + len(row)
        if ground.reads(row, begin, stop) and ground.stands(begin, stop, one.starts, one.ends):
            return (Hit(ground.match(begin, stop), doubt=one.doubt),)
        return ()
    step = row[at]
    if questions.asks and isinstance(step, Step) and not ground.fits(step, first):
        return ()
    bag = ground.bags[first]
    for words in questions.words:
        if words.isdisjoint(bag):
            return ()
    for token, beside in ((first - 1, questions.before), (last, questions.after)):
        if beside and not (0 <= token < len(ground.folds) and ground.fits(beside, token)):
            return ()
    reach = ground.reach(first)
    begins = ground.before(row[:at], first, reach)
    stops = ground.after(row[at + 1 :], last, reach) if begins else ()
    return [
        Hit(ground.match(begin, stop), questions.loose, one.doubt)
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
        is_name = element == Step(words=element.words) and names[1:] == [names[0] + "'s"]
        element = names[0] if is_name else 0
    word = "" if isinstance(element, int) else element.replace("'", "")
    return word if word.isalnum() else ""
