from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from helper.cli.packed import trust
from helper.updates.host import Host, Publisher
from postil.cli import rules
from postil.cli.main import main
from postil.errors import RulesError
from postil.rulebook.find import rules_folder

SAMPLE = Path(__file__).parent.parent / "rulebook" / "sample"


def test_the_folder_is_postils_own_or_the_one_that_is_named() -> None:
    parser = argparse.ArgumentParser()
    rules.folder_argument(parser)
    assert rules.folder_of(parser.parse_args([])) == rules_folder()
    assert rules.folder_of(parser.parse_args(["--rules", str(SAMPLE)])) == SAMPLE


def test_rules_without_problems_are_read() -> None:
    assert set(rules.read_rules(SAMPLE).policies) == {"leeds"}
    assert set(rules.read_shelf(SAMPLE).policies) == {"leeds"}


def test_rules_with_problems_are_an_error_that_says_how_many(tmp_path: Path) -> None:
    with pytest.raises(RulesError) as caught:
        rules.read_rules(tmp_path)
    assert caught.value.what == "The rules have 3 problems."
    assert "postil rules check" in caught.value.remedy


def test_a_policy_pack_goes_before_postils_own_but_not_before_one_that_is_named(
    home: Path, publisher: Publisher, host: Host, capsys: pytest.CaptureFixture[str]
) -> None:
    parser = argparse.ArgumentParser()
    rules.folder_argument(parser)
    assert rules.folder_in_force(parser.parse_args([])) == rules_folder()
    trust(publisher, host)
    publisher.publish()
    assert main(["packs", "update"]) == 0
    found = rules.folder_in_force(parser.parse_args([]))
    assert found.is_relative_to(home)
    assert rules.folder_in_force(parser.parse_args(["--rules", str(SAMPLE)])) == SAMPLE
    assert rules.folder_of(parser.parse_args([])) == rules_folder()
    capsys.readouterr()
    assert main(["policies"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["umc-utrecht"]
    (found / "terms" / "insults.yaml").unlink()
    assert rules.folder_in_force(parser.parse_args([])) == rules_folder()
