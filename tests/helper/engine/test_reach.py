"""Reach, against the plain definition over all pairs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from postil.engine.match import Match
from postil.engine.page import Page
from postil.engine.reach import Neighbours, pairs
from postil.engine.tokens import Columns
from postil.model.condition import Side, Window

PAGE = Page("a b c d. e f g h\n\ni j k l")
COLUMNS = PAGE.columns


@st.composite
def matches(draw: st.DrawFn) -> Match:
    first = draw(st.integers(0, 11))
    low, sentence = first, COLUMNS.sentences[first]
    last = draw(st.integers(low + 1, low + 2))
    while COLUMNS.sentences[last - 1 if last <= 12 else 11] != sentence or last > 12:
        last -= 1
    return Match(COLUMNS.starts[first], COLUMNS.ends[last - 1], first, last)


windows = st.builds(
    Window,
    words=st.one_of(st.none(), st.integers(0, 5)),
    scope=st.sampled_from(("sentence", "paragraph", "post")),
)
sides = st.sampled_from(("before", "after", "either"))


def near(one: Match, other: Match, within: Window, side: Side, columns: Columns) -> bool:
    column = {"sentence": columns.sentences, "paragraph": columns.paragraphs, "post": [0] * 12}[within.scope]
    if column[one.first] != column[other.first]:
        return False
    gaps = {"after": other.first - one.last, "before": one.first - other.last}
    wanted = gaps.values() if side == "either" else [gaps[side]]
    return any(gap >= 0 and (within.words is None or gap <= within.words) for gap in wanted)


@given(st.lists(matches(), max_size=6), st.lists(matches(), max_size=6), windows, sides)
def test_pairs_are_those_within_reach(
    terms: list[Match], others: list[Match], within: Window, side: Side
) -> None:
    kept, beside = pairs(terms, others, COLUMNS, within, side)
    assert kept == [one for one in terms if any(near(one, other, within, side, COLUMNS) for other in others)]
    assert beside == [
        other for other in others if any(near(one, other, within, side, COLUMNS) for one in terms)
    ]


def test_a_match_without_a_token_is_near_nothing() -> None:
    empty = Match(8, 9, 4, 4)
    assert not Neighbours([empty], COLUMNS).near(Match(0, 1, 0, 1), Window(scope="post"), "either")
