"""The tokeniser: a text becomes words, numbers, handles, hashtags, links, e-mail addresses and emoji."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Literal

from postil.engine import fold as folding
from postil.engine import sentences
from postil.engine.spellings import WRITTEN_OUT

Kind = Literal["word", "number", "mention", "hashtag", "url", "email", "emoji"]

# Every repetition is possessive or bounded: no text may make the tokeniser slow.
_UNSEEN = "".join(sorted(map(re.escape, folding.INVISIBLE)))
_LETTER = r"[^\W_]"
# A word goes on over invisible characters and apostrophes, but never ends on one.
_WORD = rf"{_LETTER}++(?:(?:[{_UNSEEN}]++'?+[{_UNSEEN}]*+|'[{_UNSEEN}]*+)(?={_LETTER}){_LETTER}++)*+"
_NUMBER = rf"\d+(?:[.,:/-]\d+)*(?:[^\W\d_](?!{_LETTER}))?(?!{_LETTER})"
# Top-level domains that need no https:// in front; those that are words need a path after them.
_ENDS = "nl|com|org|net|uk|eu|be|fr|io|edu|ac|info|ly|co|tv|dev|gov|int|gl|ch|dk|se|ie|ca|au"
_WORDS = "de|me|nu|es|app|news|blog|social|online|site|health|science|academy|amsterdam|shop"
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\."
_HOST = rf"(?<![\w@.])(?:{_LABEL}){{1,6}}(?:{_ENDS}|(?:{_WORDS})(?=/))(?![\w.-]{{0,80}}@)(?![\w-])"
_LINK = rf"https?://[^\s<>\"]++|www\.[^\s<>\"]++|{_HOST}(?:[/?#][^\s<>\"]*+)?"
_PICTURE = (
    "\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u25aa-\u25fe\u2600-\u27bf\u2934\u2935\u2b05-\u2b55"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001f02b\U0001f0cf\U0001f18e-\U0001f1e5\U0001f200-\U0001f3fa"
    "\U0001f400-\U0001faff"
)
_DRESS = "[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\u20e3]*+"
_EMOJI = (
    rf"[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f?\u20e3|[{_PICTURE}]{_DRESS}(?:\u200d[{_PICTURE}]{_DRESS})*+"
    "|[\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff]"
)

_PARTS: tuple[tuple[str, str], ...] = (
    # What must stand in a text for it to be worth looking, and what to look for; the first that fits wins.
    ("", rf"(?P<emoji>{_EMOJI})"),
    ("@", r"(?P<email>[\w.+-]{1,64}+@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})"),
    (".", rf"(?P<url>{_LINK})"),
    ("@", r"(?<![\w@])(?P<mention>@\w[\w.-]*+(?:@\w[\w.-]*+)?)"),
    ("#", r"(?<![\w#&])(?P<hashtag>\#\d*+[^\W\d]\w*+)"),
)
_ALWAYS = rf"(?P<number>{_NUMBER})|(?P<word>{_WORD})"
_DOTTED = re.compile(r"\.[a-z0-9]|://")


@cache
def _pattern(signs: str, *, is_ascii: bool) -> re.Pattern[str]:
    """Return the token pattern for texts that hold these of the signs `@`, `.` and `#`."""
    parts = [part for sign, part in _PARTS if (sign in signs if sign else not is_ascii)]
    return re.compile("|".join([*parts, _ALWAYS]))


_UNDRESSED = dict.fromkeys([0xFE0E, 0xFE0F, *range(0x1F3FB, 0x1F400)])  # a thumb of any colour is a thumb
_OPEN_ENDED = ("url", "email", "mention", "hashtag")
_TRAILING = ".,:;!?'\")]}>_-"
_PART = re.compile(r"\d+|[^\W\d_]+")
_HUMP = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


@dataclass(slots=True)
class Columns:
    """The tokens of a text as parallel lists; offsets in code points, ends exclusive."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    folds: list[str] = field(default_factory=list)
    kinds: list[Kind] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)
    opens: list[bool] = field(default_factory=list)  # is the first word of its sentence or its line

    def add(self, span: tuple[int, int], folded: str, kind: Kind, sentence: int) -> None:
        """Append a part of a label."""
        self.starts.append(span[0])
        self.ends.append(span[1])
        self.folds.append(folded)
        self.kinds.append(kind)
        self.sentences.append(sentence)
        self.paragraphs.append(0)
        self.opens.append(False)


def read(text: str, scanned: str | None = None) -> Columns:
    """Return the tokens of a text, with the sentences and paragraphs they stand in.

    Who has the text's `scan` already may hand it in.
    """
    if scanned is None:
        scanned = folding.scan(text)
    lowered = scanned.lower()
    if len(lowered) != len(scanned):  # one capital in Unicode grows: İ
        lowered = "".join(char if len(low := char.lower()) != 1 else low for char in scanned)
    signs = "".join(sign for sign in "@#" if sign in lowered) + ("." if _DOTTED.search(lowered) else "")
    columns = Columns()
    starts, ends, folds, kinds = columns.starts, columns.ends, columns.folds, columns.kinds
    sentence = paragraph = end = waiting = 0
    opened = -1  # the last sentence whose first word has been seen
    for match in _pattern(signs, is_ascii=text.isascii()).finditer(lowered):
        kind: Kind = match.lastgroup  # type: ignore[assignment]  # the groups are named after the kinds
        start, stop = match.span(kind)
        if kind in _OPEN_ENDED:
            stop -= _overhang(lowered[start:stop])
        gap = scanned[end:start]
        if (gap != " " or waiting) and starts:
            step = max(sentences.between(scanned, end, start, folds[-1]), waiting)
            waiting = 0
            if step == sentences.SENTENCE and kind == "emoji":  # after the full stop, it still belongs before
                waiting, step = step, 0
            sentence += step > 0
            paragraph += step > 1
        opens = (opened != sentence or "\n" in gap) and kind in ("word", "number")
        if opens:
            opened = sentence
        piece = lowered[start:stop]
        if not piece.isascii():
            piece = _fold(piece, text[start:stop], kind)
        words = WRITTEN_OUT.get(piece) if kind == "word" else None
        if words and len(words) > 1:  # `we'd` is two words, and each has a part of the place
            middle = start + _joint(lowered[start:stop], words[0])
            starts.append(start)
            ends.append(middle)
            folds.append(words[0])
            kinds.append(kind)
            columns.sentences.append(sentence)
            columns.paragraphs.append(paragraph)
            columns.opens.append(opens)
            start, opens = middle, False
        starts.append(start)
        ends.append(stop)
        folds.append(words[-1] if words else piece)
        kinds.append(kind)
        columns.sentences.append(sentence)
        columns.paragraphs.append(paragraph)
        columns.opens.append(opens)
        end = stop
    return columns


def _joint(piece: str, first: str) -> int:
    """Where the second of two words begins that are written as one: at the apostrophe, if there is one."""
    return piece.find("'") if "'" in piece else min(len(first), len(piece) - 1)


def _fold(piece: str, written: str, kind: Kind) -> str:
    if kind == "emoji":
        return piece[0] + piece[1:].translate(_UNDRESSED)
    return folding.fold(written) or piece


def read_label(text: str) -> Columns:
    """Return the parts of a file's name or a handle; a name without a space first stands as a handle, whole.

    The whole and the parts are two sentences, so that no phrase runs from one into the other.
    """
    found = Columns()
    whole = text.strip()
    if whole and not any(char.isspace() for char in whole):
        start = text.index(whole)
        found.add((start, start + len(whole)), "@" + folding.fold(whole).lstrip("@"), "mention", 0)
    scanned = folding.scan(text)
    for match in _PART.finditer(scanned):
        cuts = [
            match.start(),
            *(match.start() + hump.start() for hump in _HUMP.finditer(match[0])),
            match.end(),
        ]
        for start, end in pairwise(cuts):
            kind: Kind = "number" if scanned[start].isdigit() else "word"
            found.add((start, end), folding.fold(text[start:end]), kind, 1)
    return found


def _overhang(piece: str) -> int:
    """Return how many characters at the end of a link or handle are punctuation of the sentence around it."""
    kept, unclosed = len(piece), piece.count("(") - piece.count(")")
    while kept > 1 and piece[kept - 1] in _TRAILING:
        if piece[kept - 1] == ")":
            if unclosed >= 0:
                break
            unclosed += 1
        kept -= 1
    return len(piece) - kept
