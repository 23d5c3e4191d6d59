from __future__ import annotations

import pytest

from postil.engine.syntax import CHOICE, JOINED, SYNTAX


@pytest.mark.parametrize("written", ["a bad day", "it's|well-known", "student*|", "a"])
def test_plain_terms_can_be_chosen_from(written: str) -> None:
    assert CHOICE.fullmatch(written)


@pytest.mark.parametrize("written", ["a ... b", "(a|b)", "room 4", "*day", "a  b", "s*", "|a", ""])
def test_terms_with_signs_are_no_such_choice(written: str) -> None:
    assert not CHOICE.fullmatch(written)


@pytest.mark.parametrize(
    ("written", "choice"),
    [
        ("(a|b)", "a|b"),
        ("(a bad day|it's|well-known|)", "a bad day|it's|well-known|"),
        ("(nurse*|doctor)", "nurse*|doctor"),
    ],
)
def test_a_choice_of_plain_terms_is_one_part(written: str, choice: str) -> None:
    match = SYNTAX.fullmatch(written)
    assert match
    assert match["choice"] == choice


@pytest.mark.parametrize("written", ["(a|<n>)", "(a ... b|c)", "(a|(b|c))", "(|a)", "(x*|b)"])
def test_other_groups_are_read_part_by_part(written: str) -> None:
    match = SYNTAX.match(written)
    assert match
    assert match["sign"] == "("


def test_words_joined_by_hyphens_are_several_words() -> None:
    assert JOINED.fullmatch("it's-well-known")
    assert not JOINED.fullmatch("it's well")
