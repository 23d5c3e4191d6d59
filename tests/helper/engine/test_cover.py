"""Cover, against the plain definition."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from postil.engine.cover import Cover

stretch = st.tuples(st.integers(0, 12), st.integers(0, 6)).map(lambda pair: (pair[0], sum(pair)))


@given(st.lists(stretch, max_size=8), stretch)
def test_covers(stretches: list[tuple[int, int]], one: tuple[int, int]) -> None:
    expected = any(start <= one[0] and one[1] <= end for start, end in stretches)
    assert Cover(stretches).covers(*one) == expected


@given(st.lists(stretch, max_size=8), stretch)
def test_has_within(stretches: list[tuple[int, int]], one: tuple[int, int]) -> None:
    expected = any(one[0] <= start and end <= one[1] and (start, end) != one for start, end in stretches)
    assert Cover(stretches).has_within(*one) == expected
