from __future__ import annotations

from pathlib import Path

from helper.engine.builders import clause, policy, rulebook, terms, topic
from postil.model.condition import All, Any, Existence, Not, WouldFlag
from postil.rulebook.load import open_shelf
from postil.rulebook.proof.bench import Bench
from postil.rulebook.proof.sampling import sample as take
from postil.rulebook.proof.sampling import that_matter
from postil.rulebook.prove import prove


def test_terms_that_no_example_holds_are_told_from_those_that_one_does(sample: Path) -> None:
    shelf = open_shelf(sample)
    bench = Bench(shelf.rulebook())
    proof = prove(shelf, bench=bench)
    found = {(one.terms, one.phrase): one.needed for one in take(bench, proof.plays, 50)}
    assert found["case-details", "room <n>"]
    assert found["denials", "no"]
    assert not found["case-details", "tumour*"]
    assert not found["patients", "inpatient*"]


def test_a_sample_is_the_same_every_time(sample: Path) -> None:
    shelf = open_shelf(sample)
    bench = Bench(shelf.rulebook())
    plays = prove(shelf, bench=bench).plays
    assert list(take(bench, plays, 3)) == list(take(bench, plays, 3))
    assert len(list(take(bench, plays, 3))) == 3


def test_the_topics_that_a_topic_yields_to_or_judges_by_are_kept_beside_it() -> None:
    hit = Existence(terms=("a",))
    topics = [
        topic("t", hit, yields_to=("louder",)),
        topic("louder", hit, yields_to=("loudest", "gone")),
        topic("loudest", Any((Not(All((WouldFlag(topics=("judge",)), hit))), hit))),
        topic("judge", hit),
        topic("other", WouldFlag()),
    ]
    book = rulebook([terms("a", "x")], topics, [policy("p", clause("t"))])
    kept = {one.id: set(that_matter(one, book)) for one in topics}
    assert kept["t"] == {"t", "louder", "loudest", "judge"}
    assert kept["judge"] == {"judge"}
    assert kept["other"] == set(book.topics)
