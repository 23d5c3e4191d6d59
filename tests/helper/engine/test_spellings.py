"""Shortened words are read as what they are short for, in texts and in phrases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.engine import tokens
from postil.engine.phrase import parse
from postil.engine.spellings import WRITTEN_OUT, write_out
from postil.engine.step import Step


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We'd like", ["we", "would", "like"]),
        ("we’re off", ["we", "are", "off"]),
        ("dont", ["do", "not"]),
        ("Can't we", ["can", "not", "we"]),
        ("m'n fiets", ["mijn", "fiets"]),
        ("its id", ["its", "id"]),
        ("she's ill", ["she", "is", "ill"]),
    ],
)
def test_a_text_is_read_written_out(text: str, words: list[str]) -> None:
    assert tokens.read(text).folds == words


@pytest.mark.parametrize(
    ("text", "parts"),
    [("And we’d go", ["And", "we", "’d", "go"]), ("Gonna go", ["Gonn", "a", "go"]), ("I'm", ["I", "'m"])],
)
def test_two_words_written_as_one_share_its_place(text: str, parts: list[str]) -> None:
    columns = tokens.read(text)
    assert [text[start:end] for start, end in zip(columns.starts, columns.ends, strict=True)] == parts
    assert columns.opens == [True] + [False] * (len(parts) - 1)


def test_a_phrase_is_read_alike() -> None:
    assert parse("don't say").rows == parse("do not say").rows == parse("dont say").rows
    assert set(parse("(don't|never) say").rows) == {
        ("do", "not", "say"),
        (Step(words=frozenset(("never",))), "say"),
    }


@given(st.lists(st.sampled_from([*WRITTEN_OUT, "go", "huis"]), min_size=1, max_size=3))
def test_what_is_written_out_stays_as_it_is(words: list[str]) -> None:
    once = write_out([tuple(words)])
    assert write_out(once) == once
    assert once[0] == tuple(tokens.read(" ".join(words)).folds)
