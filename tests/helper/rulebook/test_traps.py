from __future__ import annotations

import pytest

from postil.rulebook.traps import STARTS, Stop, open_bracket, starts_with, without, word_at


@pytest.mark.parametrize(
    ("text", "column", "word"),
    [("[a, @one, b]", 4, "@one"), ("- *two  # why", 2, "*two"), ("{en: %x}", 5, "%x"), ("a: !b: c", 3, "!b")],
)
def test_an_unquoted_text_ends_where_yaml_ends_it(text: str, column: int, word: str) -> None:
    assert word_at(text, column) == word


@pytest.mark.parametrize("char", STARTS)
def test_every_sign_has_its_sentence(char: str) -> None:
    sentence, hint = starts_with(char, f"{char}x")
    assert sentence.startswith("YAML ")
    assert hint == f'Put it in quotation marks: "{char}x".'


def test_a_bracket_that_nothing_closes_is_found_past_quotation_marks_and_comments() -> None:
    assert open_bracket(['a: [b, "[", c]', "d: {e: [f,  # ]", "  g,"]) == (1, 7)
    assert open_bracket(["a: [b]"]) is None


def test_taking_a_sign_out_keeps_the_length() -> None:
    assert without("a: @b", 3) == "a: xb"


def test_a_stop_beyond_the_file_stands_on_an_empty_line() -> None:
    stop = Stop(["a"], 4, 2, "", None)
    assert (stop.text, stop.char, stop.at(-1), stop.at(0)) == ("", "", "", "a")
