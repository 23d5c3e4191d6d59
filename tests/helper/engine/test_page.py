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


def test_links_are_links_addresses_handles_and_tags() -> None:
    page = Page("a https://example.org/34 @b56 c@d.org #c78 90")
    assert [page.text[start:end] for start, end in page.links] == [
        "https://example.org/34", "@b56", "c@d.org", "#c78",
    ]  # fmt: skip
    assert Page("a b").links == ()
    assert Page("b a b").words == {"a", "b"}
