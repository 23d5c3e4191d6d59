"""A page: views of one text that all count the same code points."""

from __future__ import annotations

import pytest
from hypothesis import given

from helper.engine.texts import texts
from postil.engine.page import Page


@given(texts)
def test_plain_has_the_length_of_the_text(text: str) -> None:
    assert len(Page(text).plain) == len(text)


@pytest.mark.parametrize(
    ("word", "capital", "capitals"),
    [("Jan", True, False), ("IC", True, True), ("ik", False, False), ("I", True, False)],
)
def test_a_token_knows_its_capitals(word: str, *, capital: bool, capitals: bool) -> None:
    token = Page(word).tokens[0]
    assert (token.capital, token.capitals) == (capital, capitals)


def test_a_token_knows_where_it_stands() -> None:
    tokens = {token.fold: token for token in Page('Ja. Zij zei "mijn patiënt".\n\nEn').tokens}
    assert tokens["patient"].quoted
    assert not tokens["zei"].quoted
    assert tokens["zij"].opens
    assert (tokens["patient"].sentence, tokens["en"].sentence) == (1, 2)
    assert (tokens["patient"].paragraph, tokens["en"].paragraph) == (0, 1)


def test_a_page_never_shows_its_text() -> None:
    assert "geheim" not in repr(Page("geheim"))


def test_a_page_says_whether_it_has_a_digit() -> None:
    assert Page("\uff11").has_digit, "a wide digit is one too"
    assert not Page("none, twelve").has_digit
    assert Page("none").digits == (0, 0)
    assert Page("a1 2\uff10\uff12\uff16 33").digits == (4, 7)


def test_a_page_says_which_signs_it_holds() -> None:
    assert Page("\u0663 \uff03").signs == {"\u0663", "0", " ", "#"}, "any digit is one"
    assert "0" not in Page("none, twelve").signs


def test_spaces_and_pieces_are_where_they_stand() -> None:
    page = Page("wow\u00a0this is\tlong \U0001f389day, this")
    assert page.gaps == [3, 8, 11, 16, 22]
    assert sorted(page.pieces.lines) == ["long", "this", "\U0001f389day,"]
    assert page.pieces.with_any(frozenset(("day",))) == ["\U0001f389day,"]
    assert page.pieces.with_any(frozenset(("is",))) == ["this"]
    assert page.pieces.with_any(frozenset(("wow",))) == []


def test_links_are_links_addresses_handles_and_tags() -> None:
    page = Page("a https://example.org/34 @b56 c@d.org #c78 90")
    assert [page.text[start:end] for start, end in page.links] == [
        "https://example.org/34", "@b56", "c@d.org", "#c78",
    ]  # fmt: skip
    assert Page("a b").links == ()
    assert Page("b a b").words == {"a", "b"}
