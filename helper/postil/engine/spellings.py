"""How people shorten words: `we'd` is `we would`, `dont` is `do not`, `m'n` is `mijn`. Texts and phrases are read alike.

Only what means one thing alone stands here: `id`, `ill`, `were` and `its` are words of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, product
from typing import Final

from postil.engine.step import Element, Row, Step

_AFTER: Final = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would", "s": "is"}
_BEFORE: Final = {
    "i": "m ve ll d",
    "we": "re ve ll d",
    "you": "re ve ll d",
    "they": "re ve ll d",
    "he": "s ll d",
    "she": "s ll d",
    "it": "s ll d",
    "that": "s ll d",
    "who": "s ll d",
    "there": "s ll",
    "what": "s",
    "here": "s",
    "where": "s",
    "how": "s",
}
_NOT: Final = "do does did is are was were would could should have has had must need might ought dare can:ca will:wo is:ai"
_BARE_WORDS: Final = (
    "im ive weve youre youve youll youd theyre theyve theyll theyd hes shes thats theres whats dont doesnt didnt isnt "
    "arent wasnt werent wouldnt couldnt shouldnt havent hasnt hadnt mustnt neednt cant wont aint"
)
_BARE: Final = frozenset(_BARE_WORDS.split())
"""Written without the apostrophe, and still no other word."""
_JOINED: Final = {
    "cannot": "can not",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "got to",
    "gimme": "give me",
    "lemme": "let me",
    "let's": "let us",
    "lets": "let us",
    "da's": "dat is",
    "ppl": "people",
    "pls": "please",
    "plz": "please",
    "thx": "thanks",
    "cuz": "because",
    "coz": "because",
    "m'n": "mijn",
    "mn": "mijn",
    "z'n": "zijn",
    "zn": "zijn",
    "d'r": "haar",
    "gwn": "gewoon",
    "egt": "echt",
    "mss": "misschien",
    "idd": "inderdaad",
    "iem": "iemand",
    "wrm": "waarom",
    "vnv": "vanavond",
}


def _contracted() -> Iterator[tuple[str, tuple[str, ...]]]:
    for word, ends in _BEFORE.items():
        for end in ends.split():
            yield f"{word}'{end}", (word, _AFTER[end])
    for verb in _NOT.split():
        whole, _, short = verb.partition(":")
        yield f"{short or whole}n't", (whole, "not")


_CONTRACTED: Final = dict(_contracted())
WRITTEN_OUT: Final[dict[str, tuple[str, ...]]] = {
    **_CONTRACTED,
    **{bare: words for short, words in _CONTRACTED.items() if (bare := short.replace("'", "")) in _BARE},
    **{short: tuple(words.split()) for short, words in _JOINED.items()},
}
"""A folded word as people write it -> the one or two words that it is."""


def write_out(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return the rows of a phrase with every shortened word written out, as it is in a text.

    A step of many words that holds shortened ones unfolds: `(don't|never) say` is `do not say` and `never say`.
    """
    every = tuple(rows)
    elements = {id(element): element for row in every for element in row}  # many rows share theirs
    ways = {key: _ways(element) for key, element in elements.items() if _is_short(element)}
    if not ways:
        return tuple(dict.fromkeys(every))
    return tuple(dict.fromkeys(row for one in every for row in _unfold(one, ways)))


def _unfold(row: Row, ways: Mapping[int, list[Row]]) -> Iterable[Row]:
    if ways.keys().isdisjoint(map(id, row)):
        return (row,)
    return (
        tuple(chain.from_iterable(pieces))
        for pieces in product(*(ways.get(id(element)) or ((element,),) for element in row))
    )


def _is_short(element: Element) -> bool:
    if isinstance(element, str):
        return element in WRITTEN_OUT
    return (
        isinstance(element, Step) and not element.exact and not WRITTEN_OUT.keys().isdisjoint(element.words)
    )


def _ways(element: Element) -> list[Row]:
    """Return what a short element stands for."""
    if isinstance(element, str):
        return [WRITTEN_OUT[element]]
    if isinstance(element, int):
        return [(element,)]
    written = [WRITTEN_OUT.get(word, (word,)) for word in sorted(element.words)]
    single = element._replace(words=frozenset(words[0] for words in written if len(words) == 1))
    ways: list[Row] = [words for words in written if len(words) > 1]
    return [(single,), *ways] if any(single[:7]) else ways
