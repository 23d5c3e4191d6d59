from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from helper.server.house import RULEBOOK, RULES
from postil.errors import RulesError
from postil.rulebook import find
from postil.server.errors import DeclinedError
from postil.server.rules import Rules, load_rules, put_in_force


def test_rules_in_force_are_had() -> None:
    assert RULES.get().default_policy == "umc-utrecht"


@pytest.mark.parametrize(
    ("problems", "sentence"),
    [
        (1, "The rules have a problem: run `postil rules check`."),
        (7, "The rules have 7 problems: run `postil rules check`."),
    ],
)
def test_problems_are_said(problems: int, sentence: str) -> None:
    with pytest.raises(DeclinedError) as declined:
        Rules(None, problems).get()
    assert (declined.value.reason, declined.value.sentence) == ("problem", sentence)


def test_a_folder_with_problems_is_loaded_as_their_number(tmp_path: Path) -> None:
    (tmp_path / "topics").mkdir()
    (tmp_path / "topics" / "odd.yaml").write_text("topic: other\n")
    rules = load_rules(tmp_path)
    assert rules.in_force is None
    assert rules.problems > 1


def test_the_first_policy_stands_in_where_ours_is_not_there() -> None:
    policy = replace(RULEBOOK.policies["umc-utrecht"], id="elsewhere")
    ours = put_in_force(RULEBOOK)
    theirs = put_in_force(replace(RULEBOOK, policies={"zuid": policy, "elsewhere": policy}))
    assert (ours.default_policy, theirs.default_policy) == ("umc-utrecht", "elsewhere")
    assert theirs.checker.review(theirs.checker.read({"text": ""}))["policy"] == "elsewhere"
    assert put_in_force(theirs.rulebook, "zuid").default_policy == "zuid"


def test_without_a_policy_nothing_is_in_force() -> None:
    with pytest.raises(RulesError, match="no policy"):
        put_in_force(replace(RULEBOOK, policies={}))


def test_rules_that_are_nowhere_are_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> Path:
        raise RulesError("The rules are not where they should be.", remedy="Install again.")

    monkeypatch.setattr(find, "rules_folder", nowhere)
    assert load_rules() == Rules(None, 1)
