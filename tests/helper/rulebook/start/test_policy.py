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


def test_each_topic_gets_a_clause_that_acts_where_the_topic_does(sample: Path) -> None:
    answers = settle(QUESTIONS, {"topics": "patient-privacy, advice", "section": "9", "demands-en": "Mind."})
    clauses = yaml.safe_load(write("the-u", answers, open_shelf(sample))["policies/the-u.yaml"])["clauses"]
    assert [(one["id"], one["topic"]) for one in clauses] == [
        ("the-u/1", "patient-privacy"),
        ("the-u/2", "advice"),
    ]
    assert [one["surface"] for one in clauses] == [["post", "policy"], ["policy"]]
    assert (clauses[0]["section"], clauses[0]["demands"]["en"]) == ("9", "Mind.")
    assert clauses[1]["demands"]["en"] != "Mind."


@pytest.mark.parametrize(
    ("given", "contacts"),
    [
        ({}, []),
        ({"contact-nl": "Pers"}, [{"en": "Pers", "nl": "Pers"}]),
        ({"contact-en": "Press", "contact-nl": "Pers"}, [{"en": "Press", "nl": "Pers"}]),
    ],
)
def test_whom_to_turn_to(sample: Path, given: dict[str, str], contacts: list[dict[str, str]]) -> None:
    answers = settle(QUESTIONS, given | {"contact-email": "press@the-u.org"})
    policy = yaml.safe_load(write("the-u", answers, open_shelf(sample))["policies/the-u.yaml"])
    assert [one["name"] for one in policy["contacts"]] == contacts
    assert {one["email"] for one in policy["contacts"]} <= {"press@the-u.org"}


def test_a_topic_that_is_not_there_is_said(sample: Path) -> None:
    with pytest.raises(InputError, match="no topic `advise`") as caught:
        write("the-u", settle(QUESTIONS, {"topics": "advise"}), open_shelf(sample))
    assert caught.value.remedy == "Did you mean `advice`?"


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("version", "november"),
        ("languages", "en, English"),
        ("year", "2o25"),
        ("url", "the-u.org"),
        ("handles", "@the_u, theu"),
        ("domains", "https://the-u.org"),
        ("contact-email", "press at the-u.org"),
    ],
)
def test_an_answer_without_its_form_is_refused_by_the_question(key: str, answer: str) -> None:
    with pytest.raises(InputError, match="is no answer to this") as caught:
        settle(QUESTIONS, {key: answer})
    assert caught.value.where == key
    assert caught.value.remedy.startswith("Write ")


def test_without_topics_there_is_nothing_to_name() -> None:
    with pytest.raises(InputError, match="no topic yet"):
        write("the-u", settle(QUESTIONS, {}), Shelf(terms={}, topics={}, policies={}))
