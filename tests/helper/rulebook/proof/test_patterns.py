from __future__ import annotations

from pathlib import Path

import pytest

from postil.rulebook.load import open_shelf
from postil.rulebook.proof.patterns import pattern_problems

LIST = """\
terms: rooms
about: Rooms.
patterns:
  - name: room-code
    about: Ward codes.
    pattern: '{pattern}'
    finds: ["op C4 West", "ligt op B2 Oost"]
    passes: ["C4 is een springstof", "in Oost"]
"""


@pytest.mark.parametrize(
    ("pattern", "faults"),
    [
        (r"\b[a-f]\d (?:west|oost)\b", []),
        (r"\b[a-f]\d west\b", [(7, 27, "The pattern `room-code` does not find this.")]),
        (r"\b[a-f]\d", [(8, 14, "The pattern `room-code` finds this.")]),
        (
            r"\b[a-f]\d (?:west|oost)\b|(?:a+ ?)+b",
            [(6, 14, "The pattern `room-code` takes very long on some texts.")],
        ),
    ],
)
def test_a_pattern_does_as_it_says(sample: Path, pattern: str, faults: list[tuple[int, int, str]]) -> None:
    text = LIST.replace("{pattern}", pattern)
    (sample / "terms" / "rooms.yaml").write_text(text, encoding="utf-8")
    found = list(pattern_problems(open_shelf(sample)))
    assert [(one.line, one.column, one.sentence) for one in found] == faults
