from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from postil.errors import InputError
from postil.rulebook.load import open_shelf
from postil.rulebook.shelf import Shelf
from postil.rulebook.start.asking import settle
from postil.rulebook.start.policy import QUESTIONS, write


def test_the_first_clause_names_a_topic_that_is_there(sample: Path) -> None:
    answers = settle(QUESTIONS, {"institution-en": "The U", "handles": "@the_u", "year": "2026"})
    policy = yaml.safe_load(write("the-u", answers, open_shelf(sample))["policies/the-u.yaml"])
    assert policy["clauses"][0]["topic"] == "advice"
    assert policy["clauses"][0]["id"] == "the-u/1"
    assert policy["names"] == ["The U"]
    assert policy["handles"] == ["@the_u"]
    assert policy["documents"][0]["year"] == 2026


def test_without_topics_there_is_nothing_to_name() -> None:
    with pytest.raises(InputError, match="no topic yet"):
        write("the-u", settle(QUESTIONS, {}), Shelf(terms={}, topics={}, policies={}))
