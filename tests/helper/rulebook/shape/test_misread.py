from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from postil.rulebook.shape.lists import ListOf
from postil.rulebook.shape.plain import Text
from postil.rulebook.shape.sheet import Shape
from postil.rulebook.shelf import Entry

Read = Callable[[Shape[Any], str], Entry]


@pytest.mark.parametrize(
    ("item", "sentence"),
    [
        ("off", "YAML reads `off` as true or false."),
        ("22:00", "YAML reads `22:00` as a number of minutes or seconds."),
        ("112", "YAML reads `112` as a number."),
        ("2026-11-24", "YAML reads `2026-11-24` as a date."),
        ("~", "YAML reads `~` as nothing at all."),
        ("<<", "YAML reads `<<` as a sign of its own."),
        ("{x}", "YAML reads an unquoted `{...}` as keys and values."),
        ("a: b", "A colon with a space after it makes this a key and a value."),
        ("#tag", "`#tag` without quotation marks is a comment, so nothing stands here."),
        ("one #tag", "`#tag` is a comment here: YAML leaves it out."),
        ("&x one", "YAML reads `&` at the start as a name for what follows."),
        ("!one two", "YAML reads `!` at the start as a type."),
        ("", "Nothing stands here."),
        ("one\n  -two", "A space is missing after the dash of an item."),
    ],
)
def test_text_that_yaml_takes_for_something_else(read: Read, item: str, sentence: str) -> None:
    problems = read(ListOf(Text()), f"- first\n- {item}\n- last").sheet.problems
    assert [one.sentence for one in problems] == [sentence]
    assert problems[0].line == 2


@pytest.mark.parametrize(
    "item",
    [
        '"off"',
        "'22:00'",
        "one two",
        "one # two",
        '"#tag"',
        "it's & co!",
        "one\n  two",
        "Who? Me.",
        "10 %",
        "a:b",
    ],
)
def test_ordinary_text_is_left_in_peace(read: Read, item: str) -> None:
    assert not read(ListOf(Text()), f"- {item}").sheet.problems


def test_a_question_mark_in_brackets_is_not_read_everywhere(read: Read) -> None:
    assert read(ListOf(Text()), "[Who?, me]").sheet.problems[0].column == 2
    assert not read(ListOf(Text()), '["Who?", me]').sheet.problems


def test_aliases_are_refused_and_never_followed(read: Read) -> None:
    bomb = "- &a0 [x]\n" + "".join(f"- &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    nested: Shape[Any] = Text()
    for _ in range(31):
        nested = ListOf(nested)
    assert len(read(nested, bomb).sheet.problems) == 30
