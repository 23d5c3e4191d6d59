"""What is told of a pattern's matches holds for each of them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.engine.extent import Extent, extent


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (r"[a-z]{3,4} ?\d{3}", Extent(6, 8, joined=False, pieces=None, ways=4, spaces=1)),
        (
            r"\b(?:hate|haat)(?:dogs?|katten)\b",
            Extent(7, 12, joined=True, pieces=frozenset(("hate", "haat")), ways=2, spaces=0),
        ),
        (
            r"(?<!\w)brpnummer\w*",
            Extent(9, None, joined=True, pieces=frozenset(("brpnu",)), ways=None, spaces=0),
        ),
        (r"a.c", Extent(3, 3, joined=False, pieces=None, ways=1, spaces=1)),
        (r"(?:abc|d)e", Extent(2, 4, joined=True, pieces=None, ways=1, spaces=0)),
        (r"(?i)hate", Extent(4, 4, joined=True, pieces=None, ways=1, spaces=0)),
        (r"a+ (?=b )\S*", Extent(2, None, joined=False, pieces=None, ways=None, spaces=2)),
        (r"a[^\s,]*:", Extent(2, None, joined=True, pieces=None, ways=None, spaces=0)),
        (r"a[^,]*", Extent(1, None, joined=False, pieces=None, ways=None, spaces=None)),
        (r"\p{L}hate", Extent()),
        (r"(?:hate){e<=1}", Extent()),
    ],
)
def test_what_matches_are_like(pattern: str, found: Extent) -> None:
    assert extent(pattern) == found


def test_letters_that_the_choices_share_are_of_each() -> None:
    assert extent(r"(?:pass|pw|ww)\d").pieces == frozenset(("pass", "pw", "ww"))


def test_capitals_tell_no_letters() -> None:
    assert extent("Hate").pieces is None
    assert extent(r"hate\S").pieces == frozenset(("hate",))


PARTS = st.sampled_from(
    (
        "abc",
        "ab?",
        "(?:abc|bca)",
        "(?:ab|abc)",
        r"\d",
        " ?",
        r"\b",
        "(?!a)",
        "(?<=b)",
        "[ab]",
        "c{0,3}",
        "(?:abcabc|cab)+",
    )
)


@given(st.lists(PARTS, min_size=1, max_size=4).map("".join), st.text("abc1 ", max_size=14))
def test_every_match_is_as_told(pattern: str, text: str) -> None:
    told = extent(pattern)
    for match in re.finditer(pattern, text):
        assert len(match[0]) >= told.least
        assert told.spaces is None or match[0].count(" ") <= told.spaces
        assert told.most is None or len(match[0]) <= told.most
        assert not (told.joined and " " in match[0])
        assert told.pieces is None or any(piece in match[0] for piece in told.pieces)
