from __future__ import annotations

from pathlib import Path

import pytest

from postil.engine import fullscan
from postil.model.draft import Draft
from postil.model.policy import Rulebook
from postil.rulebook.load import load
from postil.rulebook.proof.agreement import SlowTruth, named_lists, with_references
from postil.rulebook.proof.bench import Bench

DRAFT = Draft(text="No patient in room 12, says the University of Leeds: no patient", policy="leeds")


def rulebook_of(folder: Path) -> Rulebook:
    found = load(folder)
    assert isinstance(found, Rulebook)
    return found


def test_index_and_full_scan_agree_on_the_sample(sample: Path) -> None:
    bench = Bench(rulebook_of(sample))
    topic = bench.rulebook.topics["patient-privacy"]
    assert list(SlowTruth(bench.rulebook).disagreements(bench, bench.read(DRAFT), topic)) == []


def test_a_difference_is_said(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench(rulebook_of(sample))
    topic = bench.rulebook.topics["patient-privacy"]
    monkeypatch.setattr(fullscan, "matches", lambda *_: ())
    found = list(SlowTruth(bench.rulebook).disagreements(bench, bench.read(DRAFT), topic))
    assert [sentence for sentence, _ in found] == [
        "The index and the full scan differ on `case-details`.",
        "The index and the full scan differ on `denials`.",
        "The index and the full scan differ on `patients`.",
    ]


def test_the_lists_of_a_topic_are_found_wherever_they_stand(sample: Path) -> None:
    topic = rulebook_of(sample).topics["patient-privacy"]
    assert named_lists(topic) == {"patients", "case-details", "denials", "own-illness"}


def test_lists_that_lists_refer_to_count(sample: Path) -> None:
    (sample / "terms" / "a.yaml").write_text("terms: a\nabout: A.\nen: ['{patients} x']\n", encoding="utf-8")
    assert with_references({"a", "nowhere"}, rulebook_of(sample).terms) == {"a", "patients"}


def test_each_list_is_tried_on_a_few_pages_or_thoroughly_on_all(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = Bench(rulebook_of(sample))
    topic = bench.rulebook.topics["patient-privacy"]
    monkeypatch.setattr(fullscan, "matches", lambda *_: ())
    for thorough, tries in ((False, 4), (True, 6)):
        slow = SlowTruth(bench.rulebook, thorough=thorough)
        found = [one for _ in range(6) for one in slow.disagreements(bench, bench.read(DRAFT), topic)]
        assert len(found) == 3 * tries


def test_an_ambiguous_term_counts_for_both_where_it_counts(sample: Path) -> None:
    text = "terms: patients\nabout: A.\nen: [patient]\nnl: [dik, room]\nambiguous: {nl: [room]}\n"
    (sample / "terms" / "patients.yaml").write_text(text, encoding="utf-8")
    bench = Bench(rulebook_of(sample))
    topic = bench.rulebook.topics["patient-privacy"]
    for words in ("The patient was in the room that we had for all of them", "Ik lig met de rest in de room"):
        act = bench.read(Draft(text=words, policy="leeds"))
        assert list(SlowTruth(bench.rulebook).disagreements(bench, act, topic)) == []
