from __future__ import annotations

from pathlib import Path

import pytest

from postil.rulebook.problems import Problem, counted, did_you_mean, render


def problem(source: str, column: int, width: int = 1) -> Problem:
    return Problem(
        file=Path("x.yaml"),
        line=7,
        column=column,
        width=width,
        source=source,
        sentence="It is so.",
        hint="Do.",
    )


def test_the_caret_stands_under_the_place() -> None:
    assert render(problem("status: activ", 9, 5)) == (
        "x.yaml:7:9: It is so.\n    7 | status: activ\n      |         ^^^^^\n      Do."
    )


@pytest.mark.parametrize(
    ("source", "column", "indent"),
    [
        ("a🔪: x", 3, "   "),  # an emoji takes two cells
        ("ae\u0301: x", 4, "  "),  # a combining accent takes none
        ("\ta: x", 2, "\t"),  # a tab stays a tab
    ],
)
def test_the_caret_minds_how_wide_characters_are(source: str, column: int, indent: str) -> None:
    assert render(problem(source, column)).splitlines()[2] == f"      | {indent}^"


def test_a_problem_of_no_line_shows_none() -> None:
    assert render(problem("", 1)) == "x.yaml:7:1: It is so.\n      Do."


def test_a_path_below_the_working_folder_is_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    one = Problem(file=tmp_path / "terms" / "x.yaml", sentence="S.", hint="H.")
    assert render(one).startswith("terms/x.yaml:1:1: ")


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("activ", "Did you mean `active`?"),
        ("Trial", "Did you mean `trial`?"),
        ("zzz", "Choose from: active, trial."),
    ],
)
def test_a_near_word_is_offered_or_else_all(word: str, hint: str) -> None:
    assert did_you_mean(word, ("active", "trial")) == hint


def test_a_long_list_can_be_spared() -> None:
    assert did_you_mean("zzz", ("active",), otherwise="Look it up.") == "Look it up."


@pytest.mark.parametrize(
    ("number", "noun", "words"),
    [
        (1, "policy", "1 policy"),
        (2, "policy", "2 policies"),
        (0, "problem", "no problems"),
        (3, "file", "3 files"),
    ],
)
def test_numbers_agree_with_their_nouns(number: int, noun: str, words: str) -> None:
    assert counted(number, noun) == words
