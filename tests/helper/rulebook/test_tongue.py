from __future__ import annotations

import pytest

from postil.rulebook.tongue import SMALL_WORDS, UNDECIDED, tongue


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The patient in room 12 goes home today", "en"),
        ("De patiënt op kamer 12 gaat naar huis", "nl"),
        ("That\u2019s what I\u2019m saying", "en"),
        ("Zuurpruim nodigt ijdeltuit uit", "nl"),
        ("Shouting nothing", "en"),
        ("🎉🎉", UNDECIDED),
        ("", UNDECIDED),
    ],
)
def test_small_words_tell(text: str, code: str) -> None:
    assert tongue(text) == code


def test_words_of_both_languages_stay_few() -> None:
    assert len(SMALL_WORDS["en"] & SMALL_WORDS["nl"]) < 25
