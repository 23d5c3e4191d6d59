from __future__ import annotations

import pytest
import yaml

from postil.rulebook.recognise import RECOGNISERS, recognise
from postil.rulebook.traps import Trap

STOPS = [
    "a: @x",
    "a: [x",
    'a: "x',
    "- {a} {b}",
    "a: b: c",
    "\ta: b",
    "a: b\n---\nc: d",
    "a: [b]]",
    "a: b\n  c: d",
]


def trapped(text: str) -> list[Trap]:
    lines = text.split("\n")
    try:
        yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        return list(recognise(error, lines))
    raise AssertionError(text)


@pytest.mark.parametrize("text", STOPS)
def test_wherever_yaml_stops_somebody_knows_why(text: str) -> None:
    assert trapped(text)


@pytest.mark.parametrize("text", STOPS)
def test_a_mended_line_keeps_its_length(text: str) -> None:
    for trap in trapped(text):
        if trap.mended is not None:
            assert len(trap.mended) == len(text.split("\n")[trap.line])


def test_the_last_recogniser_always_answers() -> None:
    error = yaml.MarkedYAMLError(problem="something new", problem_mark=None)
    assert [trap.sentence for trap in recognise(error, ["a"])] == ["YAML cannot read on from here."]
    assert RECOGNISERS[-1].__name__ == "other"
