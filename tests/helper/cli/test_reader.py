from __future__ import annotations

import pytest

from postil.cli.reader import in_language, indent, reader_language
from postil.model.finding import Words


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "nl_BE"}, "nl"),
        ({"LANG": "nl_NL", "LC_MESSAGES": "de_DE"}, "en"),
        ({"LANG": "nl_NL", "LC_ALL": ""}, "nl"),
    ],
)
def test_the_locale_says_the_language(environment: dict[str, str], language: str) -> None:
    assert reader_language(environment) == language


def test_words_have_a_language() -> None:
    assert (in_language(Words("yes", "ja"), "en"), in_language(Words("yes", "ja"), "nl")) == ("yes", "ja")


def test_long_sentences_are_filled() -> None:
    lines = indent("word " * 50, by=4).split("\n")
    assert len(lines) > 1
    assert all(line.startswith("    word") and len(line) <= 96 for line in lines)
