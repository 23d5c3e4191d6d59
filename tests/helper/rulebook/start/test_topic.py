from __future__ import annotations

from pathlib import Path

import yaml

from postil.rulebook.load import open_shelf
from postil.rulebook.prove import prove
from postil.rulebook.start import start
from postil.rulebook.start.asking import settle
from postil.rulebook.start.topic import QUESTIONS, write


def test_a_new_list_is_started_with_the_topic(sample: Path) -> None:
    made = write("gossip", settle(QUESTIONS, {"words-en": "rumour"}), open_shelf(sample))
    assert list(made) == ["topics/gossip.yaml", "terms/gossip.yaml"]
    assert yaml.safe_load(made["terms/gossip.yaml"])["en"] == ["rumour"]


def test_a_list_that_is_there_is_used(sample: Path) -> None:
    made = write("gossip", settle(QUESTIONS, {"terms": "patients"}), open_shelf(sample))
    assert list(made) == ["topics/gossip.yaml"]
    topic = yaml.safe_load(made["topics/gossip.yaml"])
    assert topic["when"] == {"existence": {"terms": "patients"}}
    assert topic["status"] == "draft"
    assert len(topic["examples"]) == 4


def test_the_usual_examples_hold_once_a_clause_names_the_topic(sample: Path) -> None:
    start("topic", "gossip", settle(QUESTIONS, {}), sample)
    policy = sample / "policies" / "leeds.yaml"
    text = policy.read_text(encoding="utf-8").replace("topic: patient-privacy\n", "topic: gossip\n")
    policy.write_text(text, encoding="utf-8")
    assert prove(open_shelf(sample), ["gossip"]).problems == []
