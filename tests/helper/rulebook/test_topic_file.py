from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from postil.model.condition import WhoIs
from postil.model.finding import Words
from postil.model.topic import Case, FixSpec, Scope
from postil.rulebook.shape.sheet import Shape
from postil.rulebook.shelf import Entry
from postil.rulebook.topic_file import TOPIC_FILE

Read = Callable[[Shape[Any], str], Entry]
HEAD = """
topic: t
title: {en: T, nl: N}
theme: tone
status: draft
severity: suggestion
"""
SAID = "message: {en: M, nl: B}\n"
WHEN = "when: {who: staff}\n"


def test_a_bare_when_is_the_one_case(read: Read) -> None:
    topic = read(
        TOPIC_FILE, HEAD + SAID + WHEN + "fix: {remove: marks}\nscope: {who: staff}\nyields-to: other\n"
    ).value
    assert topic.cases == (
        Case(
            name="",
            when=WhoIs(role="staff"),
            severity="suggestion",
            confidence="high",
            title=Words("T", "N"),
            message=Words("M", "B"),
            fix=FixSpec(kind="remove"),
        ),
    )
    assert topic.scope == Scope(who=("staff",), surface=("post",))
    assert topic.yields_to == ("other",)


def test_what_a_case_leaves_out_is_the_topics(read: Read) -> None:
    cases = """
confidence: low
cases:
  - {name: one, when: {who: staff}, severity: note, message: {en: X, nl: Y}}
  - {name: two, when: {who: student}, confidence: medium}
"""
    one, two = read(TOPIC_FILE, HEAD + SAID + cases).value.cases
    assert (one.severity, one.confidence, one.message) == ("note", "low", Words("X", "Y"))
    assert (two.severity, two.confidence, two.message) == ("suggestion", "medium", Words("M", "B"))


def test_a_topic_that_nothing_checks_needs_a_title_and_a_message_alone(read: Read) -> None:
    topic = read(TOPIC_FILE, "topic: t\ntitle: {en: T, nl: N}\nacts: policy\n" + SAID).value
    assert (topic.acts, topic.status, topic.severity, topic.cases) == ("policy", "active", "note", ())
    assert topic.message == Words("M", "B")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (HEAD + SAID, ["Nothing says when this topic holds."]),
        (HEAD + WHEN, ["Nothing says what a person reads."]),
        (HEAD + SAID + WHEN + "acts: policy\n", ["A topic has `when` or `acts`, not both."]),
        (
            HEAD + SAID + "cases: [{name: c, when: {who: staff}, severity: warning}]\n",
            ["This case is louder than its topic, which is a suggestion at most."],
        ),
        (
            "topic: t\ntitle: {en: T, nl: N}\n" + SAID + WHEN,
            ["A topic needs `status`.", "A topic needs `severity`.", "A topic needs `theme`."],
        ),
        (HEAD + SAID + WHEN + "exceptions: [{when: {who: staff}}]\n", ["An exception needs `why`."]),
        (HEAD + "cases: [{name: c, when: {who: staff}}]\n", ["Nothing says what a person reads."]),
    ],
)
def test_what_does_not_go_together_is_said(read: Read, text: str, sentences: list[str]) -> None:
    assert [one.sentence for one in read(TOPIC_FILE, text).sheet.problems] == sentences
