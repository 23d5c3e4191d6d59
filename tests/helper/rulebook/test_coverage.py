from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from postil.model.policy import Rulebook
from postil.rulebook import coverage
from postil.rulebook.load import load

Edit = Callable[[str, str, str], Path]


def rulebook_of(folder: Path) -> Rulebook:
    found = load(folder)
    assert isinstance(found, Rulebook)
    return found


def test_every_clause_has_a_row(sample: Path) -> None:
    found = coverage.as_json(coverage.rows(rulebook_of(sample)))
    assert found == {
        "clauses": [
            {
                "id": "leeds/1-care",
                "topic": "patient-privacy",
                "surface": ["post"],
                "acts": ["post"],
                "examples": 5,
            },
            {
                "id": "leeds/2-values",
                "topic": "advice",
                "surface": ["policy"],
                "acts": ["policy"],
                "examples": 0,
            },
        ]
    }


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("topics/patient-privacy", "status: active", "status: trial"),
        ("topics/patient-privacy", "{surface: [post]}", "{surface: [profile]}"),
        ("topics/patient-privacy", "{surface: [post]}", "{who: [staff]}"),
        ("topics/patient-privacy", "{surface: [post]}", "{account: [brand]}"),
        ("policies/leeds", "    surface: [post]", "    surface: [schedule]"),
    ],
)
def test_a_clause_that_can_never_speak_acts_nowhere(edit: Edit, file: str, before: str, after: str) -> None:
    edit("policies/leeds", "who: [staff, student]", "who: [student]")
    edit("policies/leeds", "    topic: patient-privacy", "    account: personal\n    topic: patient-privacy")
    rows = coverage.rows(rulebook_of(edit(file, before, after)))
    assert rows[0].acts == ()
    assert "nowhere yet" in coverage.as_text(rows)


def test_the_text_has_a_line_a_clause_and_a_sum(sample: Path) -> None:
    lines = coverage.as_text(coverage.rows(rulebook_of(sample))).splitlines()
    assert lines[0] == "leeds/1-care    patient-privacy  post"
    assert lines[-1] == "2 clauses in 1 document; 2 of them act."


def test_the_page_has_a_table_a_document(sample: Path) -> None:
    rulebook = rulebook_of(sample)
    page = coverage.as_page(rulebook, coverage.rows(rulebook))
    assert "## University of Leeds: Social Media Policy" in page
    assert "| `leeds/1-care` | 1 | Nothing about patients. | `patient-privacy` | post | 2 | 3 |" in page
