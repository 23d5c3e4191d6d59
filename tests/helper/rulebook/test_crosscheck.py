from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from postil.rulebook.crosscheck import crosscheck
from postil.rulebook.load import open_shelf

Edit = Callable[[str, str, str], Path]


def sentences(folder: Path) -> list[str]:
    return [problem.sentence for problem in crosscheck(open_shelf(folder))]


def test_the_sample_is_at_one(sample: Path) -> None:
    assert sentences(sample) == []


@pytest.mark.parametrize(
    ("file", "before", "after", "sentence"),
    [
        ("topics/advice", "topic: advice", "topic: advise", "`advise` is not the file's name."),
        ("policies/leeds", "topics: [patient-privacy]", "topics: [privacy]", "There is no topic `privacy`."),
        ("topics/patient-privacy", "near: case-details", "near: details", "There is no term list `details`."),
        (
            "topics/patient-privacy",
            "    marks:",
            "    policy: leedz\n    marks:",
            "There is no policy `leedz`.",
        ),
        (
            "terms/patients",
            "inpatient*",
            '"in ... "',
            "A gap needs a word on both sides; at `...` one may be missing.",
        ),
        ("terms/patients", "inpatient*", '"{nobody} here"', "There is no term list `nobody`."),
        (
            "terms/patients",
            "inpatient*",
            '"{patients} here"',
            "These lists run in a ring: `patients` → `patients`.",
        ),
        (
            "policies/leeds",
            "    topic: advice\n",
            "    topic: advice\n    severity: warning\n",
            "This clause is louder than `advice`, which is a note at most.",
        ),
        (
            "topics/patient-privacy",
            '  - flag: "De patiënt op kamer 12 gaat vandaag naar huis"\n',
            "",
            "An active topic needs examples both ways in both languages; missing: a flagged one in Dutch.",
        ),
    ],
)
def test_what_does_not_fit_together_is_said(
    edit: Edit, file: str, before: str, after: str, sentence: str
) -> None:
    assert sentences(edit(file, before, after)) == [sentence]


def test_a_name_that_is_missing_often_is_said_once(edit: Edit) -> None:
    edit("policies/leeds", "topic: advice", "topic: advise")
    folder = edit("policies/leeds", "topics: [patient-privacy]", "topics: [advise]")
    assert sentences(folder) == ["There is no topic `advise`. It is named 2 times."]


def test_a_ring_over_two_lists_is_shown_whole(sample: Path) -> None:
    for name, other in (("a", "b"), ("b", "a")):
        text = f"terms: {name}\nabout: A.\nen: ['{{{other}}} x']\n"
        (sample / "terms" / f"{name}.yaml").write_text(text, encoding="utf-8")
    assert sentences(sample) == ["These lists run in a ring: `a` → `b` → `a`."]


def test_lists_may_share_a_list_without_a_ring(sample: Path) -> None:
    for name in ("a", "b"):
        text = f"terms: {name}\nabout: A.\nen: ['{{patients}} x', '{{denials}}']\n"
        (sample / "terms" / f"{name}.yaml").write_text(text, encoding="utf-8")
    assert sentences(sample) == []


def test_a_list_of_any_policys_vocabulary_may_be_named(edit: Edit) -> None:
    edit("policies/leeds", "clauses:", "vocabulary: {own-places: {en: [Parkinson]}}\nclauses:")
    assert sentences(edit("terms/patients", "inpatient*", '"{own-places} patient"')) == []


def test_a_policy_that_cannot_be_read_still_has_its_vocabulary(edit: Edit) -> None:
    edit("policies/leeds", "clauses:", "vocabulary: {own-places: {en: [Parkinson]}}\nclausess:")
    assert sentences(edit("terms/patients", "inpatient*", '"{own-places} patient"')) == []


def test_a_clause_stands_in_one_policy_alone(sample: Path) -> None:
    text = (sample / "policies" / "leeds.yaml").read_text(encoding="utf-8")
    (sample / "policies" / "other.yaml").write_text(
        text.replace("policy: leeds", "policy: other"), encoding="utf-8"
    )
    assert sentences(sample) == [
        "The clause `leeds/1-care` stands in the policy `leeds` too.",
        "The clause `leeds/2-values` stands in the policy `leeds` too.",
    ]
