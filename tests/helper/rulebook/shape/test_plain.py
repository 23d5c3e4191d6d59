from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
import yaml

from postil.rulebook.shape.plain import Choice, Figure, Text, Whole, Written, YesNo
from postil.rulebook.shape.sheet import Shape
from postil.rulebook.shelf import Entry

Read = Callable[[Shape[Any], str], Entry]
EVEN = Written(
    parse=lambda text: text if len(text) % 2 == 0 else None, pattern="^(..)*$", noun="even text", hint="H."
)
SHAPES: dict[str, Shape[Any]] = {
    "text": Text(),
    "free": Text(empty=True),
    "choice": Choice("colour", ("red", "green")),
    "even": EVEN,
    "whole": Whole(least=2),
    "figure": Figure(),
    "yes or no": YesNo(),
}


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("text", "some words", "some words"),
        ("text", '"22:00"', "22:00"),
        ("text", "|\n  one\n  two\n", "one\ntwo\n"),
        ("free", '""', ""),
        ("choice", "red", "red"),
        ("even", "ab", "ab"),
        ("whole", "12", 12),
        ("figure", "0.7", 0.7),
        ("figure", "3", 3.0),
        ("yes or no", "true", True),
        ("yes or no", "false", False),
    ],
)
def test_what_fits_is_read(read: Read, name: str, text: str, value: object) -> None:
    assert read(SHAPES[name], text).value == value
    assert jsonschema.Draft7Validator(SHAPES[name].schema()).is_valid(yaml.safe_load(text))


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("text", '" "', "This text is empty."),
        ("text", "[a]", "One text should stand here, not a list."),
        ("choice", "rde", "`rde` is no colour."),
        ("even", "abc", "`abc` is no even text."),
        ("even", "123", "`123` is no even text; YAML reads it as a number."),
        ("whole", "1", "A whole number should stand here."),
        ("whole", '"12"', "A whole number should stand here."),
        ("whole", "2.5", "A whole number should stand here."),
        ("whole", "99999999999999999999", "A whole number should stand here."),
        ("figure", "-1", "A number should stand here."),
        ("figure", ".inf", "A number should stand here."),
        ("yes or no", "yes", "`true` or `false` should stand here."),
        ("yes or no", '"true"', "`true` or `false` should stand here."),
    ],
)
def test_what_does_not_fit_is_said(read: Read, name: str, text: str, sentence: str) -> None:
    entry = read(SHAPES[name], text)
    assert entry.value is None
    assert [one.sentence for one in entry.sheet.problems] == [sentence]


def test_a_text_can_name_something(read: Read) -> None:
    entry = read(Text(mention="topic"), "threat")
    assert [(one.kind, one.name) for one in entry.sheet.mentions] == [("topic", "threat")]


def test_a_choice_offers_the_nearest(read: Read) -> None:
    problem = read(SHAPES["choice"], "gren").sheet.problems[0]
    assert problem.hint == "Did you mean `green`?"
