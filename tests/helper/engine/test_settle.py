"""Settling: how loud, by which case, who gives way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helper.engine.builders import case, clause, engine, policy, terms, topic
from postil.engine.settle import join, quieter
from postil.model.condition import Absence, All, Any, Condition, Existence, Not
from postil.model.draft import Account, Draft
from postil.model.finding import Finding, Mark
from postil.model.topic import Topic

LISTS = [terms(name, name) for name in "abc"] + [terms("long", "a b c"), terms("ab", "a b")]
A, B, C = (Existence(terms=(name,)) for name in "abc")
UNSEEN = Absence(terms=("c",), places=("bio",))


def check(*topics: Topic, text: str = "a b c", **draft: object) -> tuple[Finding, ...]:
    return engine(LISTS, topics).check(Draft(text=text, **draft)).findings  # type: ignore[arg-type]  # as given


def test_the_loudest_case_speaks_and_the_first_of_equals() -> None:
    cases = [
        case(A, name="one", severity="note"),
        case(B, name="two", severity="suggestion", confidence="medium"),
        case(C, name="three", severity="suggestion", confidence="high"),
    ]
    (found,) = check(topic("t", *cases))
    assert (found.severity, found.confidence) == ("suggestion", "medium")
    assert [(mark.start, mark.end) for mark in found.marks] == [(2, 3), (4, 5)]
    (found,) = check(topic("t", *cases), text="a")
    assert found.severity == "note"


@pytest.mark.parametrize(
    ("given", "severity"),
    [
        ({"severity": "warning"}, "warning"),
        ({"severity": "warning", "confidence": "medium"}, "warning"),
        ({"severity": "warning", "confidence": "low"}, "suggestion"),
        ({"severity": "note", "confidence": "low"}, "note"),
    ],
)
def test_low_confidence_never_interrupts(given: dict[str, object], severity: str) -> None:
    (found,) = check(topic("t", case(A, **given)))  # type: ignore[arg-type]  # as given
    assert found.severity == severity


def test_topic_and_clause_cap_a_case() -> None:
    (found,) = check(topic("t", case(A, severity="warning"), severity="suggestion"))
    assert found.severity == "suggestion"
    capped = policy("p", clause("t", severity="note"))
    (found,) = engine(LISTS, [topic("t", A)], [capped]).check(Draft(text="a")).findings
    assert found.severity == "note"


@pytest.mark.parametrize(
    ("severity", "outcome"), [("warning", "suggestion"), ("suggestion", "suggestion"), ("note", "note")]
)
def test_what_was_not_seen_quietens_a_warning_alone(severity: str, outcome: str) -> None:
    (found,) = check(topic("t", case(All((A, UNSEEN)), severity=severity)))  # type: ignore[arg-type]
    assert (found.severity, found.unknown) == (outcome, ("account.bio",))


def test_a_known_case_outspeaks_an_unknown_one() -> None:
    (found,) = check(topic("t", case(All((A, UNSEEN))), case(B)))
    assert (found.severity, found.unknown) == ("warning", ())


def test_an_exception_cancels_and_an_unknown_one_quietens() -> None:
    one = topic("t", A, exceptions=[Existence(terms=("c",), places=("bio",))])
    assert check(one, account=Account(bio="c")) == ()
    (known,) = check(one, account=Account(bio="d"))
    assert (known.severity, known.unknown) == ("warning", ())
    (unknown,) = check(one)
    assert (unknown.severity, unknown.unknown) == ("suggestion", ("account.bio",))


def test_unknown_without_a_word_is_silent_unless_a_bio_is() -> None:
    assert check(topic("t", Not(Existence(terms=("c",), places=("alt",))))) == ()
    assert check(topic("t", UNSEEN))


def test_only_the_silence_of_an_account_speaks_for_itself() -> None:
    named = Existence(terms=("a",), places=("bio",))
    silent: list[Condition] = [
        named,
        All((named, UNSEEN)),
        Absence(terms=("c",), places=("bio", "alt")),
        Not(UNSEEN),
    ]
    assert [check(topic("t", condition), text="") for condition in silent] == [()] * len(silent)
    speaking: list[Condition] = [
        UNSEEN,
        Not(named),
        Any((named, UNSEEN)),
        All((Not(named), UNSEEN)),
        All((B, named)),
    ]
    assert all(check(topic("t", condition), text="b") for condition in speaking)


def test_a_topic_yields_where_the_other_covers_it() -> None:
    inner, outer = topic("inner", A, yields_to=["outer"]), topic("outer", Existence(terms=("long",)))
    assert [one.topic for one in check(inner, outer)] == ["outer"]
    assert [one.topic for one in check(inner, outer, text="a b c, a")] == ["inner", "outer"]
    assert [one.topic for one in check(inner, outer, text="a")] == ["inner"]


def test_a_topic_does_not_yield_to_one_that_yields_itself() -> None:
    chain = [
        topic("one", A, yields_to=["two"]),
        topic("two", Existence(terms=("ab",)), yields_to=["three"]),
        topic("three", Existence(terms=("long",))),
    ]
    assert [one.topic for one in check(*chain)] == ["one", "three"]


def test_of_two_that_yield_to_each_other_one_stays() -> None:
    ring = [topic("one", A, yields_to=["two"]), topic("two", A, yields_to=["one"])]
    assert len(check(*ring)) == len(check(*ring[::-1])) == 1


def test_a_topic_without_marks_yields_to_nobody() -> None:
    silent = topic("silent", Not(Existence(terms=("missing",))), yields_to=["outer"])
    assert {one.topic for one in check(silent, topic("outer", A))} == {"silent", "outer"}


def test_findings_come_loudest_first_then_by_id() -> None:
    topics = [
        topic("z", A),
        topic("b", case(A, severity="note")),
        topic("a", case(A, severity="note")),
        topic("y", A),
    ]
    assert [one.topic for one in check(*topics)] == ["y", "z", "a", "b"]


def test_only_active_topics_speak_and_trial_ones_if_asked() -> None:
    topics = [topic(status, A, status=status) for status in ("active", "trial", "draft", "retired")]
    assert [one.topic for one in check(*topics)] == ["active"]
    trial = engine(LISTS, topics, trial=True).check(Draft(text="a"))
    assert [one.topic for one in trial.findings] == ["active", "trial"]


marks = st.builds(
    lambda start, length, item: Mark(
        start, start + length, "text" if item == 2 else "attachments.alt", item % 2
    ),
    st.integers(0, 9),
    st.integers(1, 4),
    st.integers(0, 2),
)


@given(st.lists(marks))
def test_joined_marks_cover_the_same_and_stand_apart(given_marks: list[Mark]) -> None:
    joined = join(given_marks)

    def places(some: object) -> set[tuple[str, int, int]]:
        return {(one.field, one.item, at) for one in some for at in range(one.start, one.end)}  # type: ignore[attr-defined]

    assert places(joined) == places(given_marks)
    assert len(places(joined)) == sum(one.end - one.start for one in joined)


def test_quieter() -> None:
    assert quieter("warning", "note", "suggestion") == "note"


def test_conditions_of_every_shape_are_taken() -> None:
    shapes: list[Condition] = [A, All((A,)), Not(Not(A))]
    assert all(check(topic("t", shape)) for shape in shapes)
