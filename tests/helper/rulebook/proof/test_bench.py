from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from postil.model.draft import Draft
from postil.model.policy import Rulebook
from postil.rulebook.load import load
from postil.rulebook.proof.bench import Bench, Outcome

DRAFT = Draft(text="The patient in room 12 goes home", policy="leeds", role="student")


def bench_of(folder: Path) -> Bench:
    found = load(folder)
    assert isinstance(found, Rulebook)
    return Bench(found)


def test_a_play_says_what_the_review_says(sample: Path) -> None:
    bench = bench_of(sample)
    outcome = bench.play(bench.read(DRAFT), bench.rulebook.topics["patient-privacy"])
    assert outcome == Outcome("warning", ("patient", "room 12"), "The in goes home")
    finding = bench.check(DRAFT).findings[0]
    assert (finding.severity, len(finding.marks)) == ("warning", 2)


def test_a_topic_can_be_swapped(sample: Path) -> None:
    bench = bench_of(sample)
    act = bench.read(DRAFT)
    topic = bench.rulebook.topics["patient-privacy"]
    assert bench.play(act, replace(topic, cases=())) is None
    quieter = replace(topic, cases=(replace(topic.cases[0], severity="note"),))
    outcome = bench.play(act, quieter)
    assert outcome is not None
    assert outcome.severity == "note"


@pytest.mark.parametrize(("status", "holds"), [("trial", True), ("draft", True), ("retired", False)])
def test_a_topic_on_trial_is_played_and_a_retired_one_is_not(
    sample: Path, status: Literal["trial", "draft", "retired"], *, holds: bool
) -> None:
    found = load(sample)
    assert isinstance(found, Rulebook)
    topic = found.topics["patient-privacy"]
    changed = replace(found, topics=found.topics | {topic.id: replace(topic, status=status)})
    assert (topic.id in Bench(changed).read(DRAFT).raised) is holds


def test_nothing_is_missed_by_the_index(sample: Path) -> None:
    bench = bench_of(sample)
    topic = bench.rulebook.topics["patient-privacy"]
    assert not bench.missed(bench.read(DRAFT), topic)
    act = bench.read(DRAFT)
    act.raised.clear()
    assert bench.missed(act, topic)
