from __future__ import annotations

from typing import get_args

from postil.model import condition as kinds
from postil.model.condition import Condition, Unless, Window
from postil.model.finding import Words
from postil.model.topic import Case, ExceptionRule, Scope, Topic
from postil.rulebook.proof.mutants import KEYS, mutants

STAFF, BRAND, GROUP = (
    kinds.WhoIs(role="staff"),
    kinds.AccountIs(kind="brand"),
    kinds.AudienceIs(audience="group"),
)
CANCEL = Unless(terms="n", within=Window(words=2))


def topic_of(
    *conditions: Condition, exceptions: tuple[ExceptionRule, ...] = (), names: tuple[str, ...] = ("a", "b")
) -> Topic:
    said = Words("S", "Z")
    cases = tuple(
        Case(name=name, when=when, severity="note", confidence="high", title=said, message=said)
        for name, when in zip(names, conditions, strict=False)
    )
    return Topic(
        id="t",
        title=said,
        status="active",
        severity="note",
        scope=Scope(),
        cases=cases,
        exceptions=exceptions,
    )


def made(topic: Topic) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(one.part, one.path) for one in mutants(topic)]


def test_each_branch_goes_in_turn() -> None:
    when = kinds.Any((STAFF, kinds.All((BRAND, kinds.Not(kinds.Any((GROUP, STAFF)))))))
    topic = topic_of(when, names=("",))
    assert made(topic) == [
        ("condition", ("when", "any", 0)),
        ("condition", ("when", "any", 1)),
        ("condition", ("when", "any", 1, "all", 0)),
        ("condition", ("when", "any", 1, "all", 1)),
        ("condition", ("when", "any", 1, "all", 1, "not", "any", 0)),
        ("condition", ("when", "any", 1, "all", 1, "not", "any", 1)),
    ]
    last = list(mutants(topic))[-1].topic.cases[0].when
    assert last == kinds.Any((STAFF, kinds.All((BRAND, kinds.Not(kinds.Any((GROUP,)))))))


def test_each_case_and_exception_goes_in_turn() -> None:
    exception = ExceptionRule(why="w", when=kinds.All((STAFF, BRAND)))
    assert made(topic_of(STAFF, BRAND, exceptions=(exception,))) == [
        ("case", ("cases", 0)),
        ("case", ("cases", 1)),
        ("exception", ("exceptions", 0)),
        ("condition", ("exceptions", 0, "when", "all", 0)),
        ("condition", ("exceptions", 0, "when", "all", 1)),
    ]


def test_the_filters_of_one_condition_go_in_turn() -> None:
    near = kinds.Proximity(
        terms=("a", "b"),
        near=("c",),
        within=Window(),
        side="after",
        owner="mine",
        quoted=False,
        unless=(CANCEL, CANCEL),
    )
    at = ("cases", 0, "when", "proximity")
    assert made(topic_of(near)) == [
        ("unless", (*at, "unless", 0)),
        ("unless", (*at, "unless", 1)),
        ("owner", (*at, "owner")),
        ("quoted", (*at, "quoted")),
        ("list", (*at, "terms", 0)),
        ("list", (*at, "terms", 1)),
        ("side", (*at, "side")),
    ]


def test_one_fact_alone_has_no_part_to_lose() -> None:
    assert made(topic_of(STAFF)) == []
    assert made(topic_of(kinds.All((STAFF,)))) == []


def test_every_kind_has_its_key() -> None:
    assert set(KEYS) == set(get_args(Condition))
