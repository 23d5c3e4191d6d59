from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from postil.model.finding import Words
from postil.rulebook.policy_file import POLICY_FILE
from postil.rulebook.shape.sheet import Shape
from postil.rulebook.shelf import Entry

Read = Callable[[Shape[Any], str], Entry]
SAMPLE = (Path(__file__).parent / "sample" / "policies" / "leeds.yaml").read_text(encoding="utf-8")


def test_a_policy_is_read(read: Read) -> None:
    policy = read(POLICY_FILE, SAMPLE).value
    assert policy.institution == Words("University of Leeds", "Universiteit van Leeds")
    assert policy.version == "2026.11.1"
    assert (policy.documents[0].year, policy.documents[0].url) == (None, None)
    assert policy.names == ("University of Leeds", "Leeds Uni")
    assert policy.working_hours is None
    assert policy.disclaimer == {"en": ("Views are my own.",), "nl": ("Op persoonlijke titel.",)}
    assert [clause.document for clause in policy.clauses] == ["leeds", "leeds"]
    assert policy.contacts[0].topics == ("patient-privacy",)


def test_handles_become_a_list_of_the_policys_own(read: Read) -> None:
    own = read(POLICY_FILE, SAMPLE).value.vocabulary[0]
    assert (own.id, own.phrases) == ("own-handles", {"any": ("@UniversityLeeds",)})


def test_a_vocabulary_is_lists_by_id(read: Read) -> None:
    lists = read(POLICY_FILE, SAMPLE + "vocabulary: {own-places: {en: [Parkinson]}}\n").value.vocabulary
    assert [(one.id, one.phrases) for one in lists[1:]] == [("own-places", {"en": ("Parkinson",)})]


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("year: undated", "year: 26", "A year should stand here."),
        ("url: supplied", "url: leeds.ac.uk", "`leeds.ac.uk` is no address."),
        ("    url: supplied\n", "", "A document needs `url`."),
        ("leeds/2-values", "leeds/1-care", "The clause `leeds/1-care` stands here twice."),
        ("leeds/2-values", "2-values", "`2-values` is no clause id."),
        ("leeds/2-values", "leiden/2", "This policy has no document `leiden`."),
        ("domains: [leeds.ac.uk]", "domains: [leeds]", "`leeds` is no domain."),
        ("nl: [Op persoonlijke titel.]", "any: [x]", "`any` is no language."),
        ("surface: [policy]", "surface: [popup]", "`popup` is no surface."),
        ('working-hours: "off"', "working-hours: 9-17", "`9-17` is no span of hours."),
        (
            "clauses:",
            "vocabulary: {own-names: {en: [x]}}\nclauses:",
            "`own-names` fills itself from the policy.",
        ),
    ],
)
def test_what_does_not_fit_is_said(read: Read, before: str, after: str, sentence: str) -> None:
    assert before in SAMPLE
    problems = read(POLICY_FILE, SAMPLE.replace(before, after, 1)).sheet.problems
    assert [one.sentence for one in problems] == [sentence]


def test_the_same_document_stands_once(read: Read) -> None:
    document = SAMPLE[SAMPLE.index("  - id: leeds\n") : SAMPLE.index("names:")]
    problems = read(POLICY_FILE, SAMPLE.replace(document, document * 2)).sheet.problems
    assert [one.sentence for one in problems] == ["The document `leeds` stands here twice."]
