from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

import pytest

from postil.engine.conditions import COMBINATIONS, JUDGES
from postil.engine.entities import ENTITIES as FINDERS
from postil.model import condition as model
from postil.model.condition import Condition, Unless, Window
from postil.rulebook.conditions import CONDITION, ENTITIES, read_window
from postil.rulebook.shape.sheet import Shape
from postil.rulebook.shelf import Entry

Read = Callable[[Shape[Any], str], Entry]
HERE = Window(words=6)
WRITTEN: list[tuple[str, Condition]] = [
    ("existence: {terms: a}", model.Existence(terms=("a",))),
    (
        "existence: {terms: [a, b], in: bio, owner: mine, quoted: false, unless: {terms: c, within: post}}",
        model.Existence(
            terms=("a", "b"),
            places=("bio",),
            owner="mine",
            quoted=False,
            unless=(Unless(terms="c", within=Window(scope="post")),),
        ),
    ),
    ("absence: {terms: a, in: [post, alt]}", model.Absence(terms=("a",), places=("post", "alt"))),
    (
        "occurrence: {terms: a, at-least: 2, at-most: 4}",
        model.Occurrence(terms=("a",), at_least=2, at_most=4),
    ),
    (
        "proximity: {terms: a, near: b, within: 8 words, side: after}",
        model.Proximity(terms=("a",), near=("b",), within=Window(words=8), side="after"),
    ),
    ("entity: age", model.EntityIs(kinds=("age",))),
    ("entity: [bsn, iban]", model.EntityIs(kinds=("bsn", "iban"))),
    (
        "entity: {kind: phone, near: a, within: 6 words, at-least: 2}",
        model.EntityIs(kinds=("phone",), near=("a",), within=HERE, at_least=2),
    ),
    (
        "attachment: {faces: {at-least: 2}}",
        model.AttachmentIs(faces=2),
    ),
    ("existence: {terms: a, marks: false}", model.Existence(terms=("a",), marks=False)),
    (
        "attachment: {kind: image, at-least: 2, faces: some, alt: missing, place: true, named: a, shows: b}",
        model.AttachmentIs(
            kinds=("image",), at_least=2, faces="some", alt="missing", place=True, named=("a",), shows=("b",)
        ),
    ),
    (
        "measure: {of: capitals, at-least: 0.7, letters: 20}",
        model.Measure(of="capitals", at_least=0.7, letters=20),
    ),
    ("account: brand", model.AccountIs(kind="brand")),
    ("who: staff", model.WhoIs(role="staff")),
    ("surface: profile", model.SurfaceIs(surface="profile")),
    ("audience: group", model.AudienceIs(audience="group")),
    ("schedule: working-hours", model.Schedule()),
    ("reply: false", model.ReplyIs(present=False)),
    (
        "would-flag: {severity: suggestion, topics: [t]}",
        model.WouldFlag(severity="suggestion", topics=("t",)),
    ),
    (
        "all: [{any: [{who: staff}, {not: {who: student}}]}]",
        model.All((model.Any((model.WhoIs(role="staff"), model.Not(model.WhoIs(role="student")))),)),
    ),
]


@pytest.mark.parametrize(("text", "condition"), WRITTEN, ids=[text[:24] for text, _ in WRITTEN])
def test_every_kind_is_read(read: Read, text: str, condition: Condition) -> None:
    entry = read(CONDITION, text)
    assert not entry.sheet.problems
    assert entry.value == condition


def test_no_kind_is_left_out() -> None:
    written = {type(condition) for _, condition in WRITTEN}
    assert written | {model.Any, model.Not} == set(get_args(Condition)) == {*JUDGES, *COMBINATIONS}


def test_the_kinds_of_entity_are_those_that_the_engine_finds() -> None:
    assert set(ENTITIES) == set(FINDERS)


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("8 words", Window(words=8)),
        ("1 word", Window(words=1)),
        ("8 words across", Window(words=8, scope="post")),
        ("sentence", Window()),
        ("paragraph", Window(scope="paragraph")),
        ("post", Window(scope="post")),
        ("0 words", None),
        ("8", None),
        ("8 wordss", None),
    ],
)
def test_windows(text: str, window: Window | None) -> None:
    assert read_window(text) == window


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("occurrence: {terms: a, at-least: 3, at-most: 2}", "`at-least` lies above `at-most`."),
        ("measure: {of: words}", "A `measure` needs a bound."),
        ("entity: {kind: age, within: 6 words}", "`within` says how near, but `near` is missing."),
        ("entity: aeg", "`aeg` is no entity."),
        ("proximity: {terms: a, within: post}", "A `proximity` needs `near`."),
        ("existence: {terms: a, in: postt}", "`postt` is no place."),
    ],
)
def test_what_does_not_fit_is_said(read: Read, text: str, sentence: str) -> None:
    assert [one.sentence for one in read(CONDITION, text).sheet.problems] == [sentence]


def test_every_list_that_is_named_is_remembered(read: Read) -> None:
    text = "proximity: {terms: [a, b], near: c, within: post, unless: {terms: d, within: post}}"
    assert [one.name for one in read(CONDITION, text).sheet.mentions] == ["a", "b", "c", "d"]
