"""Packed words are the words, each at its place."""

from __future__ import annotations

import marshal

from hypothesis import given
from hypothesis import strategies as st

from postil.engine.packed import PackedTable, PackedWords, pack, pack_table

WORDS = st.text(st.characters(exclude_characters="\n"), min_size=1)


@given(st.sets(WORDS, max_size=60), st.text())
def test_packed_words_are_the_words(words: set[str], other: str) -> None:
    packed = PackedWords(marshal.loads(marshal.dumps(pack(words))))  # noqa: S302
    assert sorted(packed) == sorted(words)
    assert [packed.place(word) for word in packed] == list(range(len(words)))
    assert all(word in packed for word in words)
    if "\n" not in other:
        assert (other in packed) == (packed.place(other) is not None) == (other in words)


def test_a_word_is_not_found_within_another_or_across_two() -> None:
    packed = PackedWords(pack(["patients", "nurse"]))
    assert [packed.place(word) for word in ("patient", "atients", "", "s\nn", "nurses")] == [None] * 5
    assert len(packed) == 2


@given(st.dictionaries(WORDS, st.tuples(st.sampled_from("ab"))), WORDS)
def test_a_packed_table_says_what_it_said(table: dict[str, tuple[str]], other: str) -> None:
    packed = PackedTable(marshal.loads(marshal.dumps(pack_table(table))))  # noqa: S302
    for word in (*table, other):
        assert packed.get(word) == table.get(word)
        assert (word in packed) == (word in table)
