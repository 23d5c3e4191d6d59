from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from postil.rulebook.load import open_shelf
from postil.rulebook.proof.agreement import SlowTruth
from postil.rulebook.prove import prove

Edit = Callable[[str, str, str], Path]
TOPIC = "topics/patient-privacy"


def test_the_sample_proves_itself(sample: Path) -> None:
    shelf = open_shelf(sample)
    proof = prove(shelf, slow=SlowTruth(shelf.rulebook()))
    assert proof.problems == []
    assert proof.examples == 5
    assert proof.parts == {"unless": (1, 1), "exception": (1, 1)}
    assert len(proof.plays) == 5


@pytest.mark.parametrize(
    ("before", "after", "line", "sentence"),
    [
        ("The patient in room 12", "The cat in room 12", 22, "This should be flagged, and passes."),
        (
            "Patiënten verdienen",
            "Patiënt op kamer 3 en",
            30,
            'This should pass, and is flagged as a warning: "Patiënt", "kamer 3".',
        ),
        (
            'marks: ["patient", "room 12"]',
            'marks: ["patient"]',
            22,
            'Marked here: "patient", "room 12"; expected: "patient".',
        ),
        ("    severity: warning\n", "    severity: note\n", 22, "This is a warning, not a note."),
        (
            "    severity: warning\n",
            "    fixed: Nothing\n",
            22,
            "After the fix it reads: 'The in goes home today'.",
        ),
        (
            "    marks:",
            "    with: {surface: profile}\n    marks:",
            22,
            "No clause of any policy applies to this example.",
        ),
    ],
)
def test_an_example_that_comes_out_otherwise_is_shown(
    edit: Edit, before: str, after: str, line: int, sentence: str
) -> None:
    problems = prove(open_shelf(edit(TOPIC, before, after))).problems
    assert (problems[0].line, problems[0].sentence) == (line, sentence)


@pytest.mark.parametrize(
    ("before", "after", "line", "part"),
    [
        ("As a patient myself I lay in room 12", "Nothing here", 15, "exception"),
        ("No patient in room 12 today", "Nothing here", 13, "`unless`"),
        (
            "{existence: {terms: own-illness}}",
            "{any: [{existence: {terms: own-illness}}, {who: staff}]}",
            16,
            "condition",
        ),
    ],
)
def test_a_part_that_no_example_needs_is_shown_where_it_stands(
    edit: Edit, before: str, after: str, line: int, part: str
) -> None:
    problems = prove(open_shelf(edit(TOPIC, before, after))).problems
    assert [(one.line, one.sentence) for one in problems] == [
        (line, f"No example needs this {part}: without it they all come out the same.")
    ]


def test_a_topic_that_is_named_is_proved_while_it_is_a_draft(edit: Edit) -> None:
    folder = edit(TOPIC, "status: active", "status: draft")
    assert prove(open_shelf(folder)).examples == 0
    assert prove(open_shelf(folder), ["patient-privacy"]).examples == 5


def test_a_topic_without_examples_proves_nothing(sample: Path) -> None:
    path = sample / f"{TOPIC}.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("examples:")], encoding="utf-8")
    problems = prove(open_shelf(sample)).problems
    assert [one.sentence for one in problems] == ["This topic has no example."]
