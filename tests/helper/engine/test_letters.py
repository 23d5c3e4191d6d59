"""Letters: which language, how surely, and that some tell nothing."""

from __future__ import annotations

import pytest

from postil.engine.letters import Letters

EVEN = Letters({"en": 0.25, "nl": 0.25, "de": 0.25, "fr": 0.25})


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Wonderful morning walking through lovely gardens", "en"),
        ("Gisteren prachtige wandeling gemaakt heerlijk weer", "nl"),
        ("Gestern habe ich einen wunderschönen Spaziergang gemacht", "de"),
        ("Hier nous avons fait une belle promenade", "fr"),
    ],
)
def test_letters_tell_a_language(words: str, language: str) -> None:
    guess = EVEN.guess(words)
    assert guess
    assert guess.language == language
    assert guess.sure > 0.95


def test_two_languages_at_once_are_not_sure() -> None:
    guess = EVEN.guess("wandeling walking heerlijk lovely gisteren yesterday weer weather")
    assert guess
    assert guess.sure < 0.9


def test_the_likelier_language_leads_where_letters_are_few() -> None:
    english, dutch = Letters({"en": 0.9, "nl": 0.1}).guess("is"), Letters({"en": 0.1, "nl": 0.9}).guess("is")
    assert english
    assert dutch
    assert (english.language, dutch.language) == ("en", "nl")


@pytest.mark.parametrize("words", ["", " ", "ⵣⵣⵣ", "12 34", "asdf qwer uiop hjkl zxcv"])
def test_what_no_profile_knows_tells_nothing(words: str) -> None:
    assert EVEN.guess(words) is None
