from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from postil.cli import rules
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
