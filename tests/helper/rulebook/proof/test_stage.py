from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from postil.model.draft import Account, Draft
from postil.model.policy import Rulebook
from postil.rulebook.load import load
from postil.rulebook.proof.stage import anywhere, staged

Edit = Callable[[str, str, str], Path]


def rulebook_of(folder: Path) -> Rulebook:
    found = load(folder)
    assert isinstance(found, Rulebook)
    return found


def facts(draft: Draft | None) -> tuple[object, ...] | None:
    return None if draft is None else (draft.policy, draft.role, draft.account.kind, draft.surface)


def test_what_is_left_out_is_a_students_personal_post(sample: Path) -> None:
    rulebook = rulebook_of(sample)
    topic = rulebook.topics["patient-privacy"]
    assert facts(staged(Draft(text="x"), topic, rulebook)) == ("leeds", "student", "personal", "post")


@pytest.mark.parametrize(
    ("file", "before", "after", "expected"),
    [
        ("policies/leeds", "who: [staff, student]", "who: [staff]", ("leeds", "staff", "personal", "post")),
        (
            "policies/leeds",
            "    topic: pat",
            "    who: staff\n    topic: pat",
            ("leeds", "staff", "personal", "post"),
        ),
        (
            "topics/patient-privacy",
            "{surface: [post]}",
            "{account: brand}",
            ("leeds", "student", "brand", "post"),
        ),
        ("topics/patient-privacy", "{surface: [post]}", "{surface: profile}", None),
    ],
)
def test_clause_and_topic_say_what_fits(
    edit: Edit, file: str, before: str, after: str, expected: tuple[object, ...] | None
) -> None:
    rulebook = rulebook_of(edit(file, before, after))
    assert facts(staged(Draft(text="x"), rulebook.topics["patient-privacy"], rulebook)) == expected


def test_what_the_draft_says_stays(sample: Path) -> None:
    rulebook = rulebook_of(sample)
    topic = rulebook.topics["patient-privacy"]
    brand = Draft(text="x", role="staff", account=Account(kind="brand", bio="b"))
    assert facts(staged(brand, topic, rulebook)) == ("leeds", "staff", "brand", "post")
    assert staged(Draft(text="x", surface="profile"), topic, rulebook) is None
    assert staged(Draft(text="x", policy="leiden"), topic, rulebook) is None


def test_a_share_with_words_is_a_post_too(sample: Path) -> None:
    rulebook = rulebook_of(sample)
    topic = rulebook.topics["patient-privacy"]
    assert facts(staged(Draft(text="x", surface="share"), topic, rulebook)) == (
        "leeds",
        "student",
        "personal",
        "share",
    )


def test_an_example_that_no_clause_reaches_still_has_a_policy(sample: Path) -> None:
    rulebook = rulebook_of(sample)
    topic = rulebook.topics["patient-privacy"]
    draft = Draft(text="x", surface="profile")
    assert facts(anywhere(draft, topic, rulebook)) == ("leeds", "student", "personal", "profile")
