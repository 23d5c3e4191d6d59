from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from postil.rulebook.shape.forms import As, ByForm, Named, OneOf
from postil.rulebook.shape.keys import Key, Keys
from postil.rulebook.shape.lists import ListOf
from postil.rulebook.shape.plain import Text, Whole
from postil.rulebook.shape.sheet import Shape
from postil.rulebook.shelf import Entry

Read = Callable[[Shape[Any], str], Entry]
SHAPE: OneOf[Any] = OneOf(
    "part",
    {"one": Whole(), "word": Text(), "all": ListOf(Named("part", lambda: SHAPE))},
)


@pytest.mark.parametrize(
    ("text", "value"),
    [("one: 3", 3), ("word: hi", "hi"), ("all: [{one: 1}, {all: [{word: x}]}]", (1, ("x",)))],
)
def test_the_key_says_what_stands_under_it(read: Read, text: str, value: object) -> None:
    assert read(SHAPE, text).value == value


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("wrod: hi", "There is no part `wrod`."),
        ("{}", "A part should stand here."),
        ("{one: 1, word: x}", "Two parts stand here where one should."),
        ("one", "A part should stand here, as `key: value`."),
        ("all: " * 1 + "[{all: " * 60 + "[]" + "}]" * 60, "This is nested too deeply to be understood."),
    ],
)
def test_what_does_not_fit_is_said(read: Read, text: str, sentence: str) -> None:
    assert [one.sentence for one in read(SHAPE, text).sheet.problems] == [sentence]


def test_two_at_once_are_joined_by_all_or_any(read: Read) -> None:
    assert "`all:` or `any:`" in read(SHAPE, "{one: 1, word: x}").sheet.problems[0].hint


def test_text_and_keys_can_differ(read: Read) -> None:
    shape: ByForm[Any] = ByForm(Text(), Keys("A thing", dict, {"n": Key(Whole())}))
    assert read(shape, "plain").value == "plain"
    assert read(shape, "n: 2").value == {"n": 2}


def test_a_value_can_be_turned(read: Read) -> None:
    assert read(As(Text(), str.upper), "loud").value == "LOUD"


def test_a_named_shape_is_a_reference() -> None:
    assert Named("part", lambda: SHAPE).schema() == {"$ref": "#/$defs/part"}
