from __future__ import annotations

import io
from pathlib import Path

import pytest

from postil.cli.main import main

SAMPLE = Path(__file__).parent.parent / "rulebook" / "sample"
ASK = ["rules", "explain", "--rules", str(SAMPLE)]


def test_a_text_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ASK, "The patient in room 12", "--policy", "leeds"]) == 0
    assert capsys.readouterr().out.startswith("patient-privacy speaks, as a warning.")


def test_standard_input_will_do(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("The patient in room 12"))
    assert main([*ASK, "--policy", "leeds"]) == 0
    assert capsys.readouterr().out.startswith("patient-privacy speaks")


def test_a_draft_can_say_more(capsys: pytest.CaptureFixture[str]) -> None:
    draft = '{"text": "The patient in room 12", "policy": "leeds", "surface": "profile"}'
    assert main([*ASK, "--draft", draft]) == 0
    out = capsys.readouterr().out
    assert "No clause of this policy is about it" in out
    assert "?: the text alone does not tell" in out


def test_one_topic_can_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ASK, "Nothing", "--policy", "leeds", "--topic", "patient-privacy"]) == 0
    assert capsys.readouterr().out.startswith("patient-privacy stays silent.")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["x"], "No policy is named."),
        (["x", "--policy", "leedz"], "There is no policy `leedz`."),
        (["x", "--policy", "leeds", "--topic", "patient"], "There is no topic `patient`."),
        (["x", "--policy", "leeds", "--draft", "{"], "where: --draft"),
        (["x", "--policy", "leeds", "--draft", '{"rôle": 1}'], "where: --draft"),
    ],
)
def test_what_cannot_be_used_is_said(words: list[str], line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ASK, *words]) == 2
    assert line in capsys.readouterr().err
