"""Stems and inner letters, against the plain definition."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from postil.engine.affixes import Inners, Stems

letters = st.text("abc", min_size=1, max_size=9)


@given(st.lists(st.text("abc", min_size=2, max_size=7)), letters)
def test_stems(stems: list[str], word: str) -> None:
    kept: Stems[str] = Stems()
    for stem in stems:
        kept.add(stem, stem)
    found: list[str] = []
    kept.find(word, found)
    assert sorted(found) == sorted(stem for stem in stems if word.startswith(stem))


@given(st.lists(st.text("abc", min_size=5, max_size=7)), letters)
def test_inner_letters(inners: list[str], word: str) -> None:
    kept: Inners[str] = Inners()
    for inner in inners:
        kept.add(inner, inner)
    found: list[str] = []
    kept.find(word, found)
    assert set(found) == {inner for inner in inners if inner in word}
