"""Misspelt words: one slip of a listed word, never the word of another list, never two slips."""

from __future__ import annotations

import time

import pytest
from hypothesis import given

from helper.engine.builders import words
from helper.engine.texts import texts
from postil.engine.misspelt import MisspeltWords
from postil.engine.page import Page


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("all the patinets wait", ["patinets"]),
        ("all the patiets wait", ["patiets"]),
        ("ALL PTAIENTS", ["PTAIENTS"]),
        ("patient's ptaients", ["ptaients"]),
        ("atients", []),
        ("ptaietns", []),
        ("patieents", []),
        ("cta", []),
        ("patients", ["patients"]),
        ("patient", ["patient"]),
    ],
)
def test_slips(text: str, found: list[str]) -> None:
    assert words(text, "patients", "beds", "beed", "cat", "patient", misspelt=True) == found


def test_two_letters_of_a_short_word_change_places() -> None:
    assert words("bdes bds", "beds", misspelt=True) == ["bdes"]


def test_without_the_key_a_slip_is_another_word() -> None:
    assert words("patinets patients", "patients") == ["patients"]


def test_an_exception_takes_an_ordinary_word_away() -> None:
    assert words("went back", "black", misspelt=True, exceptions=["back"]) == []


def test_several_lists_each_get_their_own() -> None:
    slips = MisspeltWords()
    slips.add("one", ["patients"])
    slips.add("two", ["patients", "nurses"])
    page = Page("patinets, nruses")
    assert {
        name: [page.text[m.start : m.end] for m in found] for name, found in slips.find(page).items()
    } == {
        "one": ["patinets"],
        "two": ["patinets", "nruses"],
    }


@given(texts)
def test_misspelt_words_lie_in_the_text(text: str) -> None:
    slips = MisspeltWords()
    slips.add("one", ["idiot", "patient"])
    for match in slips.find(Page(text)).get("one", ()):
        assert 0 <= match.start < match.end <= len(text)
        assert match.last == match.first + 1


def test_no_text_makes_it_slow() -> None:
    slips = MisspeltWords()
    slips.add("one", ["patients" * 4])
    begun = time.process_time()
    slips.find(Page("patinets " * 8_000))
    assert time.process_time() - begun < 3
