from __future__ import annotations

from typing import get_args

import pytest

from postil.model import condition as kinds
from postil.model.condition import Condition, Unless, Window
from postil.rulebook.plainly import denied, plainly

NEAR = " (at most 6 words apart, in the same sentence)"
PHRASES: list[tuple[Condition, str]] = [
    (kinds.All(()), "all of these"),
    (kinds.Any(()), "one of these"),
    (kinds.Not(kinds.ReplyIs()), "not this"),
    (kinds.Existence(terms=("a",)), "a word of the list `a`"),
    (
        kinds.Existence(terms=("a", "b"), places=("bio", "alt"), owner="mine", quoted=False),
        "a word of the lists `a` or `b` in the bio or an alt text, after `my` or the like, outside quotation marks",
    ),
    (kinds.Absence(terms=("a",)), "no word of the list `a`"),
    (
        kinds.Occurrence(terms=("a",), at_least=2, at_most=3),
        "at least 2 and at most 3 times a word of the list `a`",
    ),
    (
        kinds.Proximity(
            terms=("a",),
            near=("b",),
            within=Window(words=8),
            side="after",
            unless=(Unless(terms="c", within=Window(words=1), side="before"),),
        ),
        (
            "a word of the list `a`, with a word of the list `b` after it (at most 8 words apart, in the same sentence); "
            "not where there is a word of the list `c` before it (at most 1 word apart, in the same sentence)"
        ),
    ),
    (
        kinds.Proximity(terms=("a",), near=("b",), within=Window(scope="post")),
        "a word of the list `a`, with a word of the list `b` near it (anywhere in the post)",
    ),
    (kinds.EntityIs(kinds=("nhs-number", "iban")), "what looks like an NHS number or an IBAN"),
    (
        kinds.EntityIs(kinds=("age",), near=("a",), at_least=2),
        "what looks like an age, 2 times or more, with a word of the list `a` near it" + NEAR,
    ),
    (kinds.Existence(terms=("a",), marks=False), "a word of the list `a`, not marked"),
    (kinds.AttachmentIs(), "something attached"),
    (kinds.AttachmentIs(faces=2), "something attached, with 2 faces or more"),
    (
        kinds.AttachmentIs(
            kinds=("image",), at_least=2, faces="some", alt="missing", place=True, named=("a",), shows=("b",)
        ),
        (
            "something attached (image), 2 or more, with some faces, with its alt text missing, that says where it was "
            "made, whose file name has a word of the list `a`, whose alt text has a word of the list `b`"
        ),
    ),
    (kinds.Measure(of="capitals", at_least=0.7, at_most=1), "share of capitals: at least 0.7 and at most 1"),
    (kinds.AccountIs(kind="brand"), "the account is brand"),
    (kinds.WhoIs(role="staff"), "the writer is a member of staff"),
    (kinds.SurfaceIs(surface="post"), "it is written as a post"),
    (kinds.AudienceIs(audience="public"), "it goes to everyone"),
    (kinds.Schedule(), "the time is within the working hours that were set"),
    (kinds.ReplyIs(present=False), "it answers no other post"),
    (kinds.WouldFlag(topics=("t",)), "what is shared would itself be a warning for t"),
]


@pytest.mark.parametrize(("condition", "phrase"), PHRASES, ids=range(len(PHRASES)))
def test_a_condition_in_plain_words(condition: Condition, phrase: str) -> None:
    assert plainly(condition) == phrase


def test_every_kind_has_words() -> None:
    assert {type(condition) for condition, _ in PHRASES} == set(get_args(Condition))


@pytest.mark.parametrize(
    ("part", "wording"),
    [
        (
            kinds.Absence(terms=("a", "b"), places=("bio",)),
            "a word of the lists `a` or `b` in the bio (whichever it is)",
        ),
        (kinds.Existence(terms=("a",)), "no word of the list `a`"),
        (kinds.Existence(terms=("a",), owner="mine"), "not: a word of the list `a`, after `my` or the like"),
        (kinds.EntityIs(kinds=("url",)), "not: what looks like a web address"),
    ],
)
def test_the_contrary_in_plain_words(part: Condition, wording: str) -> None:
    assert denied(part) == wording
