"""Traces say what every condition says, and why."""

from __future__ import annotations

from helper.engine.builders import case, clause, engine, policy, terms, topic
from postil.model.condition import Absence, All, Existence, Not, WhoIs
from postil.model.draft import Account, Draft

LISTS = [terms("a", "a", "aa"), terms("b", "b"), terms("disclaimers", "mine")]
WHEN = All(
    (Existence(terms=("a",)), Not(WhoIs(role="staff")), Absence(terms=("disclaimers",), places=("bio",)))
)
TOPIC = topic("t", case(WHEN, name="speaks"), exceptions=[Existence(terms=("b",))])
ENGINE = engine(LISTS, [TOPIC, topic("other", Existence(terms=("b",)))])


def test_every_part_has_its_truth_words_and_why() -> None:
    (trace,) = ENGINE.explain(Draft(text="x aa"), "t")
    whole = trace.cases[0].condition
    assert (trace.topic, trace.clauses, trace.severity) == ("t", ("d/t",), "suggestion")
    assert trace.why == "It is a case of 'speaks'."
    assert (whole.kind, whole.truth, whole.words, whole.why) == (
        "all",
        "unknown",
        ("aa",),
        "not seen: account.bio",
    )
    assert [(part.kind, part.truth) for part in whole.parts] == [
        ("existence", "true"),
        ("not", "true"),
        ("absence", "unknown"),
    ]
    assert whole.parts[0].keys == "terms: a"
    assert whole.parts[0].words == ("aa",)
    assert whole.parts[1].parts[0].why == "does not hold"
    assert whole.parts[2].keys == "terms: disclaimers, places: bio"


def test_silence_is_explained() -> None:
    def why(text: str, **draft: object) -> str:
        return ENGINE.explain(Draft(text=text, **draft), "t")[0].why  # type: ignore[arg-type]  # as given

    assert why("x") == "What it looks for is not there."
    assert why("a b") == "An exception applies: because"
    assert why("a", surface="profile").startswith("No clause")


def test_all_topics_in_order_of_their_ids() -> None:
    assert [one.topic for one in ENGINE.explain(Draft(text="b"))] == ["other", "t"]


def test_a_topic_that_no_clause_binds_is_still_traced() -> None:
    unbound = engine(LISTS, [TOPIC], [policy("p", clause("other"))])
    (trace,) = unbound.explain(Draft(text="a", account=Account(bio="")))
    assert (trace.severity, trace.cases[0].condition.truth) == (None, "true")
