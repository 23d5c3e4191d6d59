from __future__ import annotations

from pathlib import Path

import pytest

from postil.rulebook.source import compose


def found(text: str) -> list[tuple[int, int, str]]:
    problems = compose(Path("x.yaml"), text.encode()).problems
    return [(one.line, one.column, one.sentence.split(".")[0]) for one in problems]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: [@x, *ë, b]\nc: `d", [(1, 5), (1, 9), (2, 4)]),
        ("- > text", [(1, 3)]),
        ("%one", [(1, 1)]),
        ("a: [b, !c]", [(1, 8)]),
    ],
)
def test_signs_at_the_start_of_a_text(text: str, places: list[tuple[int, int]]) -> None:
    assert [one[:2] for one in found(text)] == places


def test_every_tab_that_indents_is_shown_at_once() -> None:
    assert found("a:\n\tb: c\n  \td: e") == [(2, 1, "A tab stands here"), (3, 3, "A tab stands here")]


@pytest.mark.parametrize(
    ("text", "place", "after"),
    [
        ("a: b\nc:d\ne: f", (2, 3), "colon"),
        ("a:\n  - b\n  -c", (3, 4), "dash"),
        ("a:b\nc: d", (1, 3), "colon"),
    ],
)
def test_a_missing_space_is_found_where_it_is_missing(text: str, place: tuple[int, int], after: str) -> None:
    assert found(text) == [(*place, f"A space is missing after the {after}")]


def test_an_address_is_no_glued_key() -> None:
    assert found("a: http://x\nb: c") == []


@pytest.mark.parametrize("text", ["m: Note: this", "m: {en: Note: this}", "- a\n- m: b: c"])
def test_a_colon_in_unquoted_text(text: str) -> None:
    assert [one[2] for one in found(text)] == ["A colon with a space after it starts a new key here"]


def test_braces_are_mended_all_at_once() -> None:
    assert [one[:2] for one in found("- {my} {patients}\n- {a} b\n- c: @d")] == [(1, 3), (2, 3), (3, 6)]


def test_every_hash_of_a_line_is_shown_but_none_in_quotation_marks() -> None:
    assert [one[:2] for one in found('a: ["#one", #two, x #three, b]')] == [(1, 13), (1, 21)]
