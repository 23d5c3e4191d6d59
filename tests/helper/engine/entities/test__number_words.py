from __future__ import annotations

import re

import pytest

from postil.engine.entities._number_words import DUTCH, ENGLISH, NUMBER_WORDS


@pytest.mark.parametrize("word", ["one", "ten", "nineteen", "twenty", "fifty-four", "ninety nine"])
def test_english(word: str) -> None:
    assert re.fullmatch(ENGLISH, word)


@pytest.mark.parametrize(
    "word", ["een", "één", "tien", "negentien", "vierenvijftig", "tweeëntwintig", "honderd"]
)
def test_dutch(word: str) -> None:
    assert re.fullmatch(DUTCH, word)


def test_a_is_no_number_in_dutch() -> None:
    assert "een" not in NUMBER_WORDS
    assert {"one", "drie", "twintig"} <= NUMBER_WORDS
