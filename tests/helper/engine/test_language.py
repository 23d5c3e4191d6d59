"""Languages: function words first, then langdetect, then the reader's own."""

from __future__ import annotations

import pytest

from helper.engine.builders import marked, terms
from postil.engine.language import UNKNOWN, LanguageReader
from postil.engine.page import Page
from postil.model.condition import Existence
from postil.model.topic import TermList

WORDS = terms(
    "function-words",
    *["the", "and", "to", "a", "of", "is", "my", "was", "in", "for"],
    nl=["de", "het", "een", "en", "van", "is", "mijn", "was", "in", "voor"],
)
READER = LanguageReader(WORDS)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The end of the day and a new start", "en"),
        ("Het einde van de dag en een nieuw begin", "nl"),
        ("Gisteren prachtige wandeling gemaakt, heerlijk weer", "nl"),
        ("Der Patient liegt seit gestern wieder zuhause, alles gut gegangen", "de"),
        ("Aujourd'hui nous allons visiter notre nouvelle faculté", "fr"),
        ("Leuk!", "fy"),
        ("", "fy"),
        ("🎉🎉🎉 @jan #top https://a.nl 1234567890123456789012345", "fy"),
        ("ⵣⵣⵣⵣⵣⵣⵣⵣⵣⵣⵣⵣⵣⵣⵣⵣⵣⵣⵣⵣⵣⵣⵣⵣⵣⵣ", UNKNOWN),
        ("Сегодня в больнице, а дома хорошо", UNKNOWN),
        ("今日は病院でとても大変でした", UNKNOWN),
        ("𝗧𝗵𝗲 𝗲𝗻𝗱 𝗼𝗳 𝘁𝗵𝗲 𝗱𝗮𝘆 𝗮𝗻𝗱 𝗮 𝗻𝗲𝘄 𝘀𝘁𝗮𝗿𝘁", "en"),
        ("Qwrt zxcv bnmk plkj hgfd sdfg wert yuip vbnm tyup", UNKNOWN),
    ],
)
def test_reading(text: str, language: str) -> None:
    assert READER.read(Page(text), "fy") == language


def test_the_same_text_is_always_the_same_language() -> None:
    text = Page("Photo perfect moment collega")
    assert len({READER.read(text, "?") for _ in range(20)}) == 1


def test_without_function_words_letters_decide() -> None:
    assert LanguageReader(None).read(Page("Vandaag hebben wij eindelijk gewonnen"), "?") == "nl"


LISTS: list[TermList] = [WORDS, terms("fat", nl=["dik"], ambiguous=["dik"])]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("dik", True),
        ("wat ben jij dik zeg man", True),
        ("Hij is de dik van het een en al", True),
        ("the end of the day and dik is my name", False),
        ("the dik is", True),
        ("The end of the day and a start. Wat dik", True),
    ],
)
def test_an_ambiguous_term_is_taken_away_in_a_long_sentence_of_another_language(
    text: str, *, counts: bool
) -> None:
    assert bool(marked(Existence(terms=("fat",)), LISTS, text)) == counts


def test_the_language_of_a_sentence_is_read_once() -> None:
    page = Page("the end of the day and dik is my name. Wat dik")
    assert READER.takes_away(page, 6, "nl")
    assert page.languages == {0: "en"}
    page.languages[0] = "nl"
    assert not READER.takes_away(page, 6, "nl")
    assert not READER.takes_away(page, 11, "nl"), "a short sentence takes nothing away"
    assert page.languages == {0: "nl", 1: None}
