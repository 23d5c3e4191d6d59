from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.server.shape import (
    WireError,
    name_kind,
    read_choice,
    read_count,
    read_json,
    read_object,
    read_string,
    suggest,
)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"{", "expected JSON, character 1 does not fit"),
        (b'{"text": "\xff"}', "expected UTF-8, byte 10 is something else"),
        (b'{"faces": NaN}', "expected JSON with plain numbers, not nested without end"),
        (b"[" * 100_000, "expected JSON with plain numbers, not nested without end"),
        (b"9" * 5_000, "expected JSON with plain numbers, not nested without end"),
    ],
    ids=["cut off", "another encoding", "no number", "nested", "a number without end"],
)
def test_what_is_no_json_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(WireError) as refused:
        read_json(data)
    assert refused.value.sentence == sentence
    assert refused.value.__cause__ is None


@given(st.text(min_size=5).filter(lambda text: not text.isspace()))
def test_an_error_about_json_does_not_repeat_it(text: str) -> None:
    with pytest.raises(WireError) as refused:
        read_json(b'{"text": ' + text.encode("utf-8", "replace") + b"\x00")
    assert text not in refused.value.sentence
    assert refused.value.__suppress_context__


@given(st.dictionaries(st.text(), st.integers() | st.text(), max_size=4))
def test_json_reads_back(value: dict[str, object]) -> None:
    assert read_json(json.dumps(value).encode()) == value


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (None, "null"),
        (True, "true or false"),
        (1, "a number"),
        (0.5, "a number"),
        ("", "a string"),
        ([], "a list"),
        ({}, "an object"),
    ],
)
def test_kinds_have_names(value: object, name: str) -> None:
    assert name_kind(value) == name


def test_objects_know_their_keys() -> None:
    assert read_object({"a": 1}, "", {"a"}) == {"a": 1}
    with pytest.raises(WireError, match=r"^here: unknown key 'nam' \(did you mean 'name'\?\)$"):
        read_object({"nam": 1}, "here", {"name"})


def test_a_suggestion_needs_a_likeness() -> None:
    assert suggest("leedz", ["leeds", "leiden"]) == " (did you mean 'leeds'?)"
    assert not suggest("zzz", ["leeds", "leiden"])


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_strings_stay_as_they_are(text: str) -> None:
    assert read_string(text, "text") == text


@given(st.text(st.characters(categories=["Cs", "Lu"])))
def test_a_string_that_was_read_can_be_written_and_keeps_its_length(text: str) -> None:
    read = read_string(text, "text")
    assert read is not None
    assert len(read.encode().decode()) == len(text)


def test_choices_of_one_and_of_many() -> None:
    assert read_choice("a", "x", ("a", "b")) == "a"
    assert read_choice(None, "x", ("a", "b")) is None
    with pytest.raises(WireError, match=r"^x: expected a, b or c, got a list$"):
        read_choice(["a"], "x", ("a", "b", "c"))


@pytest.mark.parametrize("value", [float("inf"), float("nan"), -1, 1.5])
def test_a_count_is_whole(value: float) -> None:
    with pytest.raises(WireError, match="whole number"):
        read_count(value, "faces")


def test_a_count_may_be_written_with_a_point() -> None:
    assert read_count(2.0, "faces") == 2
