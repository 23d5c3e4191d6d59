from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from postil.rulebook.shape.sheet import Broken, Sheet, listed
from postil.rulebook.source import compose, reach


def sheet_of(text: str) -> tuple[Sheet, yaml.Node]:
    source = compose(Path("x.yaml"), text.encode())
    assert source.root is not None
    return Sheet(source), source.root


def test_a_problem_stands_where_its_node_does() -> None:
    sheet, root = sheet_of("a: b\nc: some words\n")
    one = sheet.problem(reach(root, ("c",)), "S.", "H.")
    assert (one.line, one.column, one.width, one.source) == (2, 4, 10, "c: some words")


def test_a_problem_can_stand_inside_its_node() -> None:
    sheet, root = sheet_of("c: some words\n")
    one = sheet.problem(reach(root, ("c",)), "S.", "H.", at=5, width=5)
    assert (one.column, one.width) == (9, 5)


def test_a_node_of_several_lines_is_underlined_to_the_end_of_its_first() -> None:
    sheet, root = sheet_of("c:\n  - one two\n  - three\n")
    assert sheet.problem(reach(root, ("c",)), "S.", "H.").width == len("- one two")


def test_failing_notes_the_problem_and_gives_the_value_up() -> None:
    sheet, root = sheet_of("a: b")
    with pytest.raises(Broken):
        sheet.fail(root, "S.", "H.")
    assert [one.sentence for one in sheet.problems] == ["S."]


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("a: b # fine", False),
        ("a: b #not", True),
        ("a: &x b", True),
        ("a: [!b c]", True),
        ("a: b & c!", False),
    ],
)
def test_a_second_look_is_asked_for_only_where_something_is_odd(text: str, odd: bool) -> None:  # noqa: FBT001
    assert sheet_of(text)[0].odd is odd


def test_words_are_listed_for_a_sentence() -> None:
    assert listed(["a"]) == "`a`"
    assert listed(["a", "b", "c"]) == "`a`, `b` or `c`"
