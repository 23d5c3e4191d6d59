from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from postil.model.policy import Rulebook
from postil.rulebook.load import FOLDERS, load, read_file
from postil.rulebook.source import compose, reach, unopened

FILE = Path("some.yaml")
SIGNS = st.text(alphabet="ab: -#\n[]{}\"'@*&!%|>?,\t`~<=é🔪\r\u2028", max_size=60)
RULES = st.sampled_from(sorted((Path(__file__).parent / "sample").rglob("*.yaml")))


@given(st.binary(max_size=200) | SIGNS.map(str.encode))
def test_any_bytes_are_nodes_or_problems(raw: bytes) -> None:
    source = compose(FILE, raw)
    assert (source.root is not None) or source.problems
    for problem in source.problems:
        assert problem.line >= 1
        assert problem.column >= 1


@given(RULES, st.integers(0, 2000), st.integers(0, 10), SIGNS)
def test_a_rule_file_that_somebody_scribbled_in_is_read_or_explained(
    file: Path, at: int, length: int, scribble: str
) -> None:
    raw = file.read_bytes()
    raw = raw[:at] + scribble.encode() + raw[at + length :]
    for shape in FOLDERS.values():
        entry = read_file(compose(FILE, raw), shape)
        assert (entry.value is None) == bool(entry.sheet.problems)


def test_a_mended_file_is_read_on() -> None:
    source = compose(FILE, b"a: @one\nb: two\nc: *three\n")
    assert [(problem.line, problem.column) for problem in source.problems] == [(1, 4), (3, 4)]
    assert isinstance(source.root, yaml.MappingNode)


@pytest.mark.parametrize(
    ("raw", "line", "sentence"),
    [
        (b"", 1, "This file is empty."),
        (b"# a comment\n", 1, "This file is empty."),
        (b"a: b\nc: \xff\n", 2, "This is not UTF-8."),
        (b"a: b\nc: \x07\n", 2, "An invisible character (U+0007) stands here."),
        ("﻿a: b".encode("utf-16"), 1, "This is not UTF-8."),
    ],
)
def test_what_is_no_text_is_said_in_a_sentence(raw: bytes, line: int, sentence: str) -> None:
    problems = compose(FILE, raw).problems
    assert [(problem.line, problem.sentence) for problem in problems] == [(line, sentence)]


def test_a_file_that_cannot_be_opened_is_a_problem() -> None:
    problems = unopened(FILE, PermissionError(13, "Permission denied")).problems
    assert [problem.sentence for problem in problems] == ["Permission denied"]


def test_reach_goes_as_deep_as_it_can() -> None:
    root = yaml.compose("a: [x, {b: y}]", Loader=yaml.SafeLoader)
    assert root is not None
    assert reach(root, ("a", 1, "b")).value == "y"
    assert reach(root, ("a", 0)).value == "x"
    assert reach(root, ("nowhere", 3)) is root


@pytest.mark.parametrize("sign", ["[", "{a: ", "- ", "? "])
def test_depth_is_no_danger(sign: str) -> None:
    source = compose(FILE, (sign * 20_000).encode())
    entry = read_file(source, FOLDERS["topics"])
    assert entry.sheet.problems


def test_the_slow_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path(__file__).parent / "sample"
    fast = load(folder)
    assert isinstance(fast, Rulebook)
    monkeypatch.setattr("postil.rulebook.source._LOADER", yaml.SafeLoader)
    assert load(folder) == fast
