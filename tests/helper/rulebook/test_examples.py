from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from postil.model.draft import Account, Attachment, Draft, Reply
from postil.model.topic import Example
from postil.rulebook.examples import EXAMPLE
from postil.rulebook.shape.sheet import Shape
from postil.rulebook.shelf import Entry

Read = Callable[[Shape[Any], str], Entry]


def test_a_short_example(read: Read) -> None:
    expected = Example(draft=Draft(text="The cat is here"), flags=False, language="en", why="no dog")
    assert read(EXAMPLE, "{pass: The cat is here, why: no dog}").value == expected


def test_a_long_example(read: Read) -> None:
    text = """
flag: Kijk eens
language: nl
policy: leeds
marks: [Kijk]
fixed: eens
severity: note
with:
  surface: share
  role: staff
  site: x
  audience: group
  time: "2026-11-24T10:15"
  working_hours: Mon-Fri 09:00-17:00
  account: {kind: brand, name: N, handle: "@h", bio: ""}
  attachments: [{kind: image, name: a.jpg, alt: "", faces: 2, place: false}]
  reply_to: {author: A, text: T}
"""
    draft = Draft(
        text="Kijk eens",
        policy="leeds",
        language="nl",
        surface="share",
        role="staff",
        site="x",
        audience="group",
        time="2026-11-24T10:15",
        working_hours="Mon-Fri 09:00-17:00",
        account=Account(kind="brand", name="N", handle="@h", bio=""),
        attachments=(Attachment(kind="image", name="a.jpg", alt="", faces=2, place=False),),
        reply_to=Reply(author="A", text="T"),
    )
    entry = read(EXAMPLE, text)
    assert not entry.sheet.problems
    assert entry.value == Example(
        draft=draft, flags=True, language="nl", marks=("Kijk",), fixed="eens", severity="note"
    )


def test_an_empty_post_is_in_the_language_of_what_goes_with_it(read: Read) -> None:
    text = '{flag: "", with: {attachments: [{kind: image, alt: de patiënt op de kamer}]}}'
    assert read(EXAMPLE, text).value.language == "nl"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{why: x}", "An example has either `flag:` or `pass:`."),
        ("{flag: x, pass: x}", "An example has either `flag:` or `pass:`."),
        ("{pass: x, marks: [x]}", "`marks` belongs to an example that flags."),
        ("{flag: x, with: {role: boss}}", "`boss` is no role."),
        ("{flag: x, with: {reply-to: {}}}", "A `with` has no key `reply-to`."),
        ("{flag: x, language: dutch}", "`dutch` is no language."),
        (
            "{flag: x, with: {time: 2026-11-24T10:15:00}}",
            "`2026-11-24T10:15:00` is no time; YAML reads it as a date.",
        ),
    ],
)
def test_what_does_not_fit_is_said(read: Read, text: str, sentence: str) -> None:
    assert [one.sentence for one in read(EXAMPLE, text).sheet.problems] == [sentence]
