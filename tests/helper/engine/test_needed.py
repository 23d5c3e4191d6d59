"""What a pattern needs: necessary, so that no page is passed over on which it stands."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.engine.needed import needed_characters, needed_digits, needed_sets


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"[a-z]+\d", r"[\d]"),
        (r"(?:[1-9]|x\d)y", r"[\d]"),
        (r"(?:[1-9]|x)y", None),
        (r"a(\d)?", None),
        (r"(?<=\d)a", r"[\d]"),
        (r"(?=\S*\d)a", r"[\d]"),
        (r"(?!\d)a", None),
        (r"\d\.@", r"[@]"),
        (r"\d[.,]", r"[\d]"),
        (r"#(?:a|b)", r"[\#]"),
        (r"(?:#|\d)+a", r"[\#\d]"),
        (r"[^\d]", None),
        (r"a b", None),
        (r"\p{L}\d", None),
    ],
)
def test_the_characters_that_every_match_holds(pattern: str, needed: str | None) -> None:
    found = needed_characters(pattern)
    assert (found.pattern if found else None) == needed


@pytest.mark.parametrize(
    ("pattern", "digits"),
    [
        (r"[1-9]\d{6,8}", 7),
        (r"\d{2} ?\d{4}", 4),
        (r"\d*\d5", 2),
        (r"\d(?:\d{3}|x\d{2})", 2),
        (r"(?:a\d{3})?\d", 1),
        (r"a(?=\S*\d\d)", 2),
        (r"a(?!\d\d)[\d.]{3}", 0),
        (r"\p{L}\d", 0),
    ],
)
def test_how_many_digits_in_a_row_every_match_holds(pattern: str, digits: int) -> None:
    assert needed_digits(pattern) == digits


PARTS = st.sampled_from(
    (
        r"\d",
        "a",
        "[1-9]",
        "#",
        "(?:a|1)",
        "(?:2|#)",
        "1?",
        "(?:#a){0,2}",
        "b*",
        "(?=1)",
        "(?<=#)",
        "(?!1)",
        "[a#]",
    )
)


@given(st.lists(PARTS, min_size=1, max_size=4).map("".join), st.text("a1b2#", max_size=8))
def test_no_match_stands_without_them(pattern: str, text: str) -> None:
    needed = needed_characters(pattern)
    match = re.search(pattern, text)
    assert needed is None or match is None or needed.search(text)
    assert match is None or not any(map(set(text).isdisjoint, needed_sets(pattern)))
    assert match is None or needed_digits(pattern) <= max(map(len, re.findall(r"\d+", text)), default=0)


def test_all_that_is_needed_is_told_the_rarest_first() -> None:
    digits = frozenset("0123456789")
    assert needed_sets(r"(?:a@|b\*)?#\d+[1-3]\.") == (frozenset("#"), digits, frozenset("."))
    assert needed_sets(r"[\d#]\d") == (digits,), "who has a digit has one of both"
