"""What was asked for lately is here; the rest goes, and can be made again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from postil.engine.lately import Lately


def test_what_is_asked_for_stays() -> None:
    lately = Lately[int, str](2)
    lately.keep(0, "hot")
    for number in range(1, 50):
        lately.keep(number, "cold")
        assert lately.get(0) == "hot"
    assert lately.get(1) is None


@given(st.integers(1, 5), st.lists(st.integers(0, 9)))
def test_it_never_holds_more_than_twice_as_many_and_never_anything_else(most: int, keys: list[int]) -> None:
    lately = Lately[int, int](most)
    for key in keys:
        assert lately.get(key) in (None, key * key)
        assert lately.keep(key, key * key) == key * key
        assert lately.get(key) == key * key
        assert len(lately) <= 2 * most
