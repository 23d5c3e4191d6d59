from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
import yaml

from postil.rulebook.shape.lists import Columns, ListOf, Several
from postil.rulebook.shape.plain import Text, Whole
from postil.rulebook.shape.sheet import Shape
from postil.rulebook.shelf import Entry

Read = Callable[[Shape[Any], str], Entry]
CASES: list[tuple[Shape[Any], str, object]] = [
    (ListOf(Text()), "[a, b]", ("a", "b")),
    (ListOf(Text()), "[]", ()),
    (Several(Whole()), "3", (3,)),
    (Several(Whole()), "[3, 4]", (3, 4)),
    (Columns(ListOf(Text())), "{en: [a], any: [b]}", {"en": ("a",), "any": ("b",)}),
]


@pytest.mark.parametrize(("shape", "text", "value"), CASES)
def test_several_are_read(read: Read, shape: Shape[Any], text: str, value: object) -> None:
    assert read(shape, text).value == value
    assert jsonschema.Draft7Validator(shape.schema()).is_valid(yaml.safe_load(text))


@pytest.mark.parametrize(
    ("shape", "text", "sentence"),
    [
        (ListOf(Text()), "a", "A list should stand here."),
        (ListOf(Text()), "-a\n-b", "A space is missing after the dash of an item."),
        (ListOf(Text(), least=2), "[a]", "At least 2 should stand in this list."),
        (Several(Whole()), "[]", "At least 1 should stand in this list."),
        (Columns(Text()), "{english: a}", "`english` is no language."),
        (Columns(Text(), anything=False), "{any: a}", "`any` is no language."),
    ],
)
def test_what_does_not_fit_is_said(read: Read, shape: Shape[Any], text: str, sentence: str) -> None:
    assert [one.sentence for one in read(shape, text).sheet.problems] == [sentence]


def test_every_broken_item_is_shown(read: Read) -> None:
    problems = read(ListOf(Text()), "[off, fine, 22:00]").sheet.problems
    assert [one.column for one in problems] == [2, 13]
