"""Stems and inner letters, against the plain definition."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from postil.engine.affixes import Inners, Stems

letters = st.text("abc", min_size=1, max_size=9)


@given(st.lists(st.text("abc", min_size=2, max_size=7)), letters)
def test_stems(stems: list[str], word: str) -> None:
    kept = Stems()
    for row, stem in enumerate(stems):
        kept.add(stem, row)
    found: list[int] = []
    kept.find(word, found)
    assert sorted(found) == [row for row, stem in enumerate(stems) if word.startswith(stem)]


@given(st.lists(st.text("abc", min_size=5, max_size=7)), letters)
def test_inner_letters(inners: list[str], word: str) -> None:
    kept = Inners()
    for row, inner in enumerate(inners):
        kept.add(inner, row)
    found: list[int] = []
    kept.find(word, found)
    assert set(found) == {row for row, inner in enumerate(inners) if inner in word}
