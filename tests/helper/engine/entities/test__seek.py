from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from postil.engine.entities._seek import digits, of_kind, outside_links, seek, settle
from postil.engine.page import Page, Span

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 40), st.integers(1, 9))


@given(st.lists(spans))
def test_what_is_settled_is_in_order_and_apart(found: list[Span]) -> None:
    kept = settle(found)
    assert all(one.end <= other.start for one, other in pairwise(kept))
    assert set(kept) <= set(found)
    assert all(any(one.start < other.end and other.start < one.end for other in kept) for one in found)


def test_the_first_wins_and_of_two_that_begin_together_the_longer() -> None:
    assert settle([Span(3, 9), Span(0, 4), Span(0, 2)]) == (Span(0, 4),)


def test_digits() -> None:
    assert digits("06-12 x٣") == "0612"


def test_links_are_left_alone() -> None:
    page = Page("12 https://example.org/34 @b56 #c78 90")
    assert outside_links(page, [Span(*m.span()) for m in re.finditer("[0-9]+", page.text)]) == (
        (0, 2),
        (36, 38),
    )


def test_the_group_counts_where_it_took_part() -> None:
    pattern = re.compile("a(?P<it>[0-9])|b[0-9]")
    assert seek(Page("a1 b2"), pattern) == ((1, 2), (3, 5))
    assert seek(Page("a1 b2"), pattern, lambda match: match[0] == "b2") == ((3, 5),)


def test_tokens_of_one_kind() -> None:
    assert of_kind(Page("see #one and #two"), "hashtag") == ((4, 8), (13, 17))
    assert of_kind(Page("nothing"), "hashtag") == ()
