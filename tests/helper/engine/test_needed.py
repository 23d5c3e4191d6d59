"""What a pattern needs: necessary, so that no page is passed over on which it stands."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.engine.needed import needed_characters


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"[a-z]+\d", r"[\d]"),
        (r"(?:[1-9]|x\d)y", r"[\d]"),
        (r"(?:[1-9]|x)y", None),
        (r"a(\d)?", None),
        (r"(?<=\d)a", None),
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


PARTS = st.sampled_from(
    (r"\d", "a", "[1-9]", "#", "(?:a|1)", "(?:2|#)", "1?", "(?:#a){0,2}", "b*", "(?=1)", "[a#]")
)


@given(st.lists(PARTS, min_size=1, max_size=4).map("".join), st.text("a1b2#", max_size=8))
def test_no_match_stands_without_them(pattern: str, text: str) -> None:
    needed = needed_characters(pattern)
    match = re.search(pattern, text)
    assert needed is None or match is None or needed.search(text)
