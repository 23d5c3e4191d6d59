"""Sentence and paragraph ends."""

from __future__ import annotations

import pytest

from postil.engine.tokens import read


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Een zin. Nog een! En nog een? Ja", 4),
        ("Met dr. Jansen en prof. De Vries bij J. Smit.", 1),
        ("so... sorry", 1),
        ("Nou… Dat was het", 2),
        ("regel een\nregel twee", 1),
        ("lijst:\n- een\n- twee", 3),
        ("een\n\ntwee", 2),
        ("Klaar.Nu verder", 2),
        ("om 12.30 uur, e.g. dit", 1),
        ("He said no. Then left", 2),
        ("Top! 🎉🎉 En door", 2),
        ('Zij zei: "Kom." Toen ging ik', 2),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert read(text).sentences[-1] + 1 == count


def test_an_emoji_after_the_full_stop_belongs_before_it() -> None:
    columns = read("Top! 🎉 En door")
    assert list(zip(columns.folds, columns.sentences, strict=True)) == [
        ("top", 0),
        ("🎉", 0),
        ("en", 1),
        ("door", 1),
    ]


def test_paragraphs_are_parted_by_an_empty_line() -> None:
    assert read("a\n \nb\nc").paragraphs == [0, 1, 1]


def test_the_first_word_of_a_sentence_or_line_opens_it() -> None:
    assert read("🎉 Een zin.\nTwee woorden, drie").opens == [False, True, False, True, False, False]
