"""What SECURITY.md says is shown: every line of its table names a test that is there."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from disarming import Defence, defences  # noqa: E402 - it stands beside the scripts

PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
LINES = [
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in PAGE.split("## Attackers")[1].split("\n## ")[0].splitlines()
    if line.startswith("|")
][2:]
"""Attacker, what it tries, what stops it, the test."""


def stands(test: str) -> bool:
    """Whether there is such a test."""
    name, _, function = test.partition("::")
    path = ROOT / name
    if not path.is_file():
        return False
    return not function or bool(
        re.search(rf"^(?:async )?(?:def |class )?{function}\b", path.read_text(), re.MULTILINE)
    )


def test_every_attacker_of_the_design_is_there() -> None:
    assert len(LINES) > 20
    assert {attacker for attacker, *_ in LINES} >= {one.attacker for one in defences()}


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line[0]}: {line[1]}")
def test_a_line_names_a_test_that_is_there(line: tuple[str, ...]) -> None:
    attacker, tries, stops, test = line
    assert attacker
    assert tries
    assert stops
    assert re.fullmatch(r"`[^`]+`", test)
    assert stands(test.strip("`")), test


def test_a_name_that_is_not_there_is_noticed() -> None:
    assert not stands("tests/test_security.py::test_that_was_never_written")
    assert not stands("tests/test_nowhere.py")


def test_places_and_commands_on_the_page_are_there() -> None:
    named = re.findall(r"`((?:scripts|tests|extension|helper)/[\w./-]+)(?:::\w+)?`", PAGE)
    assert named
    assert not [name for name in named if not (ROOT / name).exists()]


@pytest.mark.parametrize("one", defences(), ids=lambda one: one.name)
def test_a_defence_stands_where_the_table_says(one: Defence) -> None:
    text = (ROOT / one.file).read_text(encoding="utf-8")
    assert text.count(one.old) == 1, "scripts/disarm could not take it out"
    assert one.new not in text or one.new in one.old
    assert stands(one.test), one.test


def test_no_defence_is_named_twice() -> None:
    names = [one.name for one in defences()]
    assert len(names) == len(set(names))
