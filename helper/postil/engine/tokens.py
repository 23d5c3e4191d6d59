"""The tokeniser: a text becomes words, numbers, handles, hashtags, links, e-mail addresses and emoji."""

from __future__ import annotations

import re
from bisect import insort
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate, pairwise
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

_PARTS: tuple[tuple[str, Kind, str], ...] = (
    # What must stand in a text for it to be worth looking, what to look for, and how; the first that fits wins.
    ("", "emoji", _EMOJI),
    ("@", "email", r"[\w.+-]{1,64}+@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}"),
    (".", "url", _LINK),
    ("@", "mention", r"(?<![\w@])@\w[\w.-]*+(?:@\w[\w.-]*+)?"),
    ("#", "hashtag", r"(?<![\w#&])\#\d*+[^\W\d]\w*+"),
    ("", "number", _NUMBER),
    ("", "word", _WORD),
)
# Nothing but a word begins with a letter and has these behind it: most tokens ask for no more.
_PLAIN = r"[a-z]++(?=\.?(?:[\s,;!?)]|\Z))"
_KIND = re.compile("|".join(f"(?P<{kind}>{part})" for _, kind, part in _PARTS))
_DOTTED = re.compile(r"\.[a-z0-9]|://")


@cache
def _pattern(signs: str, *, is_ascii: bool) -> re.Pattern[str]:
    """Return the token pattern, in one group, for texts that hold these of the signs `@`, `.` and `#`."""
    parts = [part for sign, kind, part in _PARTS if sign in signs and not (is_ascii and kind == "emoji")]
    return re.compile(f"({'|'.join([_PLAIN, *parts])})")


_UNDRESSED = dict.fromkeys([0xFE0E, 0xFE0F, *range(0x1F3FB, 0x1F400)])  # a thumb of any colour is a thumb
_OPENING = ("word", "number")
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
    parts = _pattern(signs, is_ascii=text.isascii()).split(lowered)  # gap, token, gap, token, ..., gap
    borders = list(accumulate(map(len, parts)))
    starts, ends, folds = borders[:-1:2], borders[1::2], parts[1::2]
    kinds: list[Kind] = ["word"] * len(folds)
    gaps = [place for place, gap in enumerate(parts[::2]) if gap != " "]  # the others end nothing
    for token, piece in enumerate(folds):
        if piece.isalpha():
            continue
        kind: Kind = _KIND.fullmatch(piece).lastgroup  # type: ignore[union-attr, assignment]  # the groups are the kinds
        kinds[token] = kind
        if kind in _OPEN_ENDED and (overhang := _overhang(piece)):
            ends[token] -= overhang
            folds[token] = piece[:-overhang]
            insort(gaps, token + 1)
    if not text.isascii():
        for token, piece in enumerate(folds):
            if not piece.isascii():
                folds[token] = _fold(piece, text[starts[token] : ends[token]], kinds[token])
    columns = Columns(starts, ends, folds, kinds)
    if not WRITTEN_OUT.keys().isdisjoint(folds):
        gaps = _write_out(columns, lowered, gaps)
    _part(columns, scanned, gaps)
    return columns


def _write_out(columns: Columns, lowered: str, gaps: Iterable[int]) -> list[int]:
    """Write shortened words out: `we'd` is two words, and each has a part of the place. Return where gaps are now."""
    whole, moved = Columns(), []
    for token, kind in enumerate(columns.kinds):
        start, end, fold = columns.starts[token], columns.ends[token], columns.folds[token]
        moved.append(len(whole.folds))
        words = WRITTEN_OUT.get(fold, (fold,)) if kind == "word" else (fold,)
        if len(words) > 1:
            middle = start + _joint(lowered[start:end], words[0])
            whole.add((start, middle), words[0], kind, 0)
            start = middle
        whole.add((start, end), words[-1], kind, 0)
    columns.starts, columns.ends = whole.starts, whole.ends
    columns.folds, columns.kinds = whole.folds, whole.kinds
    return [moved[token] for token in gaps if token < len(moved)]


def _joint(piece: str, first: str) -> int:
    """Where the second of two words begins that are written as one: at the apostrophe, if there is one."""
    return piece.find("'") if "'" in piece else min(len(first), len(piece) - 1)


def _part(columns: Columns, scanned: str, gaps: Iterable[int]) -> None:
    """Fill in sentences, paragraphs and what opens them. `gaps`: tokens before which more than a space stands."""
    starts, ends, folds, kinds = columns.starts, columns.ends, columns.folds, columns.kinds
    count = len(folds)
    columns.opens = [False] * count
    rest = deque(dict.fromkeys(gaps))
    waiting = sentence = paragraph = begun = 0
    while rest:
        token = rest.popleft()
        if not 0 < token < count:
            continue
        step = max(sentences.between(scanned, ends[token - 1], starts[token], folds[token - 1]), waiting)
        waiting = 0
        if step == sentences.SENTENCE and kinds[token] == "emoji":  # after the stop, it still belongs before
            waiting, step = step, 0
            if not rest or rest[0] != token + 1:
                rest.appendleft(token + 1)
        if step:
            _close(columns, begun, token, sentence, paragraph)
            begun, sentence, paragraph = token, sentence + 1, paragraph + (step > 1)
        elif "\n" in scanned[ends[token - 1] : starts[token]]:
            columns.opens[token] = kinds[token] in _OPENING
    _close(columns, begun, count, sentence, paragraph)


def _close(columns: Columns, first: int, last: int, sentence: int, paragraph: int) -> None:
    """Fill in a sentence, the tokens `[first, last)`."""
    columns.sentences += [sentence] * (last - first)
    columns.paragraphs += [paragraph] * (last - first)
    for token in range(first, last):
        if columns.kinds[token] in _OPENING:
            columns.opens[token] = True
            break


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
