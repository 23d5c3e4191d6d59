"""The phrase language: what each form finds, and what is refused."""
# ruff: noqa: E501 - one case a line

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helper.engine.builders import words
from helper.engine.texts import phrases
from postil.engine.phrase import PhraseError, domain, parse
from postil.engine.step import Step
from postil.engine.syntax import MOST_ROWS


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("patient", "Patients and a PATIËNT", ["PATIËNT"]),
        ("patient*", "patients, patientenzorg, hartpatient", ["patients", "patientenzorg"]),
        ("*patiënt", "hartpatiënt, patiënten", ["hartpatiënt"]),
        ("*patiënt*", "hartpatiënten en patiënt", ["hartpatiënten", "patiënt"]),
        ("so (very|really|) sorry", "so sorry, so very sorry, so not sorry", ["so sorry", "so very sorry"]),
        ("the (lady|man in bed) left", "the man in bed left; the lady left", ["the man in bed left", "the lady left"]),
        ("(patiënt*|cliënt) <n>", "patiënten 4, cliënt 4B", ["patiënten 4", "cliënt 4B"]),
        ("ask ... about", "ask a b c about; ask a b c d about", ["ask a b c about"]),
        ("ask ..4 about", "ask a b c d about", ["ask a b c d about"]),
        ("bed <n>", "bed 4B, bed 12-3, bed vier", ["bed 4B", "bed 12-3"]),
        ("met <Name>", "met Jan, met jan, met IC, met I", ["met Jan"]),
        ("<@> <#>", "@jan #dag", ["@jan #dag"]),
        ("zie <url> <emoji>", "zie https://a.nl 🎉", ["zie https://a.nl 🎉"]),
        ("=Labour", "Labour, labour, LABOUR", ["Labour"]),
        ("=Labour of love", "Labour of love, Labour Of Love", ["Labour of love"]),
        ("IC", "de IC, ic, Ic, IC's", ["IC", "IC's"]),
        ("NHS*", "NHSers nhsers", ["NHSers"]),
        ("#tag", "#tag tag #tags", ["#tag"]),
        ("@name", "@name name @names", ["@name"]),
        ("🔪", "een 🔪 mes", ["🔪"]),
        ("👍", "👍🏽", ["👍🏽"]),
        ("^ok then", "@jan ok then. ok then", ["ok then"]),
        ("ok then$", "ok then. ok then 🎉 #x", ["ok then"]),
        ("co-assistent", "co assistent, co–assistent, co/assistent, coassistent", ["co assistent", "co–assistent", "co/assistent"]),
        ("m'n baas", "m’n baas", ["m’n baas"]),
        ("foto", "foto's foto", ["foto"]),
        ("don't know", "don’t\nknow, dont know, I do not know", ["don’t\nknow", "dont know", "do not know"]),
        ("ijs", "ĳs", ["ĳs"]),
        ("north.edu", "https://www.north.edu/x a.b@mail.north.edu northnorth.edu", ["https://www.north.edu/x", "a.b@mail.north.edu"]),
        ("north.edu/news", "north.edu/news/1 north.edu/newsroom north.edu", ["north.edu/news/1"]),
        ("Leiden University", "Leiden University's rector, leiden university", ["Leiden University's", "leiden university"]),
        ("fake news", "#FakeNews fake. News", ["#FakeNews"]),
        ("patient", "#patient", ["#patient"]),
        ("24/7", "24/7", ["24/7"]),
        ("patient .", "patient.", ["patient"]),
        ("'t is mooi", "'t is mooi", ["t is mooi"]),
    ],
)  # fmt: skip
def test_what_a_phrase_finds(phrase: str, text: str, found: list[str]) -> None:
    assert words(text, phrase) == found


@pytest.mark.parametrize(
    ("phrase", "column"),
    [
        ("", 0),
        ("...", 0),
        ("ask ...", 4),
        ("^... ask", 1),
        ("ask ..2 (now|)", 4),
        ("(a|)", 0),
        ("pa*tient", 2),
        ("the * man", 4),
        ("a (b|c", 2),
        ("a) b", 1),
        ("a|b", 1),
        ("bed <x>", 4),
        ("{Big List}", 0),
        ("*is", 0),
        ("*baas*", 0),
        ("a*", 0),
        ("ask ..99 about", 4),
        ("^(a b|c d)(e f|g h)(i j|k l)(m n|o p)(q r|s t)(u v|w x)(y z|a b)(c d|e f)", 64),
    ],
)
def test_what_is_refused_and_where(phrase: str, column: int) -> None:
    with pytest.raises(PhraseError) as refused:
        parse(phrase)
    assert refused.value.column == column
    assert refused.value.sentence.endswith(".")


def test_alternatives_of_one_word_do_not_multiply() -> None:
    assert len(parse("(a|b|c) (d|e|f) (g|h|i)").rows) == 1


def test_a_phrase_knows_the_lists_it_refers_to() -> None:
    assert parse("{my} ({patients}|{relatives})").refs() == {"my", "patients", "relatives"}


def test_a_domain_is_its_host() -> None:
    assert domain("https://www.North.edu/").rows == ((Step(hosts=("north.edu",)),),)


@given(st.text("ab*()|.<>{}n ^$=#@'é1-", max_size=24))
def test_any_text_is_read_or_refused_at_a_column_of_it(text: str) -> None:
    try:
        rows = parse(text).rows
    except PhraseError as error:
        column = error.column
    else:
        column = 0 if 0 < len(rows) <= MOST_ROWS else -1
    assert 0 <= column <= len(text)


@given(phrases())
def test_the_phrases_that_tests_write_are_read(phrase: str) -> None:
    assert parse(phrase).rows


@pytest.mark.parametrize(
    "terms", [["two words", "one", "stem*", "it's", "well-known", "some stem*"], ["a b", "c d"]]
)
def test_a_choice_read_at_one_stroke_is_what_its_terms_are(terms: list[str]) -> None:
    written = parse(f"({'|'.join(terms)})")
    part_by_part = parse(f"( {'|'.join(terms)})")
    assert written == part_by_part
    assert parse(f"({'|'.join(terms)}|) end") == parse(f"( {'|'.join(terms)}|) end")


def test_a_choice_of_names_keeps_their_forms() -> None:
    assert parse("(Anna Bos|Leiden)") == parse("( Anna Bos|Leiden)")
    assert parse("=(Anna Bos|leiden|well-known)") == parse("=( Anna Bos|leiden|well-known)")
