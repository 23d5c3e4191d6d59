from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from helper.server.house import RULEBOOK, RULES
from helper.server.process import TINY
from postil.errors import RulesError, UpdateError
from postil.model.edition import Edition
from postil.model.policy import Rulebook
from postil.rulebook import find
from postil.rulebook.kept import write
from postil.rulebook.load import load
from postil.server.errors import DeclinedError
from postil.server.rules import Rules, load_rules, put_in_force

EDITION = Edition("2026.11.2", date(2026, 11, 21), date(2027, 5, 20))


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


@dataclass
class Pack:
    """Rules that came by update."""

    folder: Path
    kept: Path
    edition: Edition = EDITION
    damaged: bool = False

    def check(self) -> None:
        if self.damaged:
            raise UpdateError("Its files are not as they were signed.", remedy="")


@dataclass
class Supply:
    """A pack in force, or one that cannot be used."""

    pack: Pack | None
    broken: bool = False

    def stamp(self) -> int:
        return 0

    def find(self) -> Pack | None:
        if self.broken:
            raise UpdateError("The pack is damaged.", remedy="")
        return self.pack


def test_a_pack_goes_before_the_shipped_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = Path(shutil.copytree(TINY, tmp_path / "shipped"))
    monkeypatch.setattr(find, "rules_folder", lambda: shipped)
    monkeypatch.setattr("postil.server.rules.kept_rulebooks", lambda: ())
    pack = Pack(TINY, tmp_path / "kept")
    supply = Supply(pack)
    assert load_rules(None, supply).edition == EDITION
    found = load(TINY)
    assert isinstance(found, Rulebook)
    pack.kept.write_bytes(
        write(replace(found, policies=found.policies | {"kept": found.policies["umc-utrecht"]}), TINY)
    )
    in_force = load_rules(None, supply).in_force
    assert in_force is not None
    assert "kept" in in_force.rulebook.policies  # as it was read before, without reading the files
    assert load_rules(shipped, supply).edition is None
    pack.damaged = True  # which nobody looks at while the files are those that were read before
    assert load_rules(None, supply).edition == EDITION
    pack.kept.unlink()
    for spoilt in (supply, Supply(None), Supply(pack, broken=True), Supply(replace(pack, folder=tmp_path))):
        rules = load_rules(None, spoilt)
        assert (rules.edition, rules.problems, rules.in_force is None) == (None, 0, False)


def test_rules_that_are_nowhere_are_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> Path:
        raise RulesError("The rules are not where they should be.", remedy="Install again.")

    monkeypatch.setattr(find, "rules_folder", nowhere)
    assert load_rules() == Rules(None, 1)
