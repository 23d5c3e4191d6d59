from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from postil.model.finding import Words
from postil.model.topic import FixSpec
from postil.rulebook.fixes import FIX, read_minutes
from postil.rulebook.shape.sheet import Shape
from postil.rulebook.shelf import Entry

Read = Callable[[Shape[Any], str], Entry]
SURE = Words("Sure.", "Zeker.")


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("remove: marks", FixSpec(kind="remove")),
        ("replace: camel-case", FixSpec(kind="replace", rewrite="camel-case")),
        ('replace: {text: ""}', FixSpec(kind="replace", text="")),
        ("append: {from: policy.disclaimer}", FixSpec(kind="append", source="policy.disclaimer")),
        ("confirm: {statement: {en: Sure., nl: Zeker.}}", FixSpec(kind="confirm", statement=SURE)),
        (
            "confirm: {statement: {en: Sure., nl: Zeker.}, form: policy.consent-form}",
            FixSpec(kind="confirm", statement=SURE, source="policy.consent-form"),
        ),
        ("hold: 20 minutes", FixSpec(kind="hold", minutes=20)),
        ("strip: place", FixSpec(kind="strip")),
    ],
)
def test_every_fix_is_read(read: Read, text: str, fix: FixSpec) -> None:
    assert read(FIX, text).value == fix


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("remove: words", "`words` is no thing to remove."),
        ("hold: 20", "`20` is no length of time; YAML reads it as a number."),
        ("append: {from: policy.disclaimr}", "`policy.disclaimr` is no wording."),
        ("replase: {text: x}", "There is no fix `replase`."),
    ],
)
def test_what_does_not_fit_is_said(read: Read, text: str, sentence: str) -> None:
    assert [one.sentence for one in read(FIX, text).sheet.problems] == [sentence]


@pytest.mark.parametrize(("text", "minutes"), [("1 minute", 1), ("0 minutes", None), ("an hour", None)])
def test_minutes(text: str, minutes: int | None) -> None:
    assert read_minutes(text) == minutes
