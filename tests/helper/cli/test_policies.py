from __future__ import annotations

from typing import get_args

import pytest

from helper.server.process import TINY
from helper.server.test_policy import HOUSE
from postil.cli.main import main
from postil.cli.policies import ACTS, whole
from postil.model.policy import ClauseSurface
from postil.server import policy


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def test_the_list_has_a_line_a_policy(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["policies", "--rules", str(TINY)]) == 0
    assert capsys.readouterr().out == "umc-utrecht       A hospital, version 2026.11.1, 1 clauses\n"


def test_one_is_shown_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["policies", "show", "umc-utrecht", "--rules", str(TINY)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "A hospital, version 2026.11.1",
        "  Rules (2026), supplied by the institution",
        "",
        "tone",
        "  1: Be kind. (disrespect; while typing)",
    ]


def test_everything_that_the_popup_shows_is_there() -> None:
    written = "\n".join(whole(HOUSE, "house"))
    for words in (
        "House rules (2026), https://example.org/rules",
        "Old rules (undated)",
        "Do\n  Ask.",
        "Do not\n  No names.",
    ):
        assert words in written
    assert "Desk: Questions, desk@example.org" in written
    for number in range(1, 8):
        assert f"{number}: Demand {number}." in written


@pytest.mark.parametrize("words", [["show", "umc-utrect"], ["show"]])
def test_a_policy_that_is_not_there_is_said(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["policies", *words, "--rules", str(TINY)]) == 2
    said = capsys.readouterr().err
    assert "The policies are: umc-utrecht." in said
    assert "None" not in said


def test_every_way_of_acting_has_its_words() -> None:
    assert set(policy._ACTS) == set(get_args(ClauseSurface))
    assert set(ACTS) == {*policy._ACTS.values(), "pictures"}
