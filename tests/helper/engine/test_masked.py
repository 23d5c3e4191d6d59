"""Masked words: only a word of the list, and only through a mask."""

from __future__ import annotations

import time

import pytest
from hypothesis import given

from helper.engine.builders import words
from helper.engine.texts import texts
from postil.engine.masked import MaskedWords
from postil.engine.page import Page


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("wat een 1d10t!", ["1d10t"]),
        ("een 1d!oot, zeg", ["1d!oot"]),
        ("een |d|oot", ["|d|oot"]),
        ("you id*ot", ["id*ot"]),
        ("i d i o t", ["i d i o t"]),
        ("zo i.d.i.o.t. ja", ["i.d.i.o.t"]),
        ("id.iot", ["id.iot"]),
        ("idiooot en IDIOOOOT", ["idiooot", "IDIOOOOT"]),
        ("bl00dy", ["bl00dy"]),
        ("bl*odyminded", ["bl*odyminded"]),
        ("gr$$n", []),
        ("idiot!!!", ["idiot"]),
        ("i d i o t e n", []),
        ("a g r e e n", ["g r e e n"]),
        ("x g r e e n", []),
        ("i*****", []),
        ("10 11 id 10t", []),
        ("https://x.nl/1d10t me@1d10t.nl @1d10t", []),
        ("idiots 1d10ts", []),
        ("an id iot", []),
        ("*idi* _id_", []),
        ("covid19 B4 2day h8 don't foto's", []),
    ],
)
def test_masks(text: str, found: list[str]) -> None:
    assert words(text, "idiot", "idioot", "green", "bloody*", masked=True) == found


def test_without_masked_nothing_is_seen_through() -> None:
    assert words("1d10t id*ot idiooot", "idiot") == []


def test_several_lists_each_get_their_own() -> None:
    masks = MaskedWords()
    masks.add("one", ["idiot"], [])
    masks.add("two", ["idiot", "fool"], ["rotten"])
    page = Page("1d10t f00l r*ttenness")
    assert [page.text[one.start : one.end] for one in masks.find(page)["one"]] == ["1d10t"]
    assert [page.text[one.start : one.end] for one in masks.find(page)["two"]] == [
        "1d10t",
        "f00l",
        "r*ttenness",
    ]


@given(texts)
def test_masked_words_lie_in_the_text(text: str) -> None:
    masks = MaskedWords()
    masks.add("one", ["idiot", "fake", "ask"], ["patient"])
    for match in masks.find(Page(text)).get("one", ()):
        assert 0 <= match.start < match.end <= len(text)
        assert match.first <= match.last


@pytest.mark.parametrize("unit", ["1a", "a*", "a.", "a a ", "aaa", "!a ", "id1ot"])
def test_no_text_makes_it_slow(unit: str) -> None:
    masks = MaskedWords()
    masks.add("one", ["idiot", "asshole"], ["idiot"])
    begun = time.process_time()
    masks.find(Page((unit * 64_000)[:64_000]))
    assert time.process_time() - begun < 3
