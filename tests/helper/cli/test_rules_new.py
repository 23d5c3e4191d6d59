from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from postil.cli.main import main

SAMPLE = Path(__file__).parent.parent / "rulebook" / "sample"


class Terminal(io.StringIO):
    """Standard input with somebody at it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    shutil.copytree(SAMPLE, tmp_path / "rules")
    monkeypatch.setattr("sys.stdin", io.StringIO())
    yield tmp_path / "rules"
    assert main(["rules", "check", "--rules", str(tmp_path / "rules")]) == 0


def test_nobody_to_ask_means_the_usual_answers(rules: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "new", "--rules", str(rules), "topic", "gossip"]) == 0
    out = capsys.readouterr().out
    assert "gossip.yaml" in out
    assert "`postil rules test gossip`" in out


def test_somebody_is_asked_until_the_answer_can_be_taken(
    rules: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = ["Loose talk", "Los gepraat", "tune", "tone", *[""] * 20]
    monkeypatch.setattr("sys.stdin", Terminal("\n".join(answers) + "\n"))
    assert main(["rules", "new", "--rules", str(rules), "topic", "gossip"]) == 0
    assert "Did you mean `tone`?" in capsys.readouterr().out
    topic = yaml.safe_load((rules / "topics" / "gossip.yaml").read_text(encoding="utf-8"))
    assert topic["title"] == {"en": "Loose talk", "nl": "Los gepraat"}


def test_questions_that_are_broken_off_write_nothing(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("Loose talk\n"))
    assert main(["rules", "new", "--rules", str(rules), "topic", "gossip"]) == 2
    assert not (rules / "topics" / "gossip.yaml").exists()


def test_answers_come_from_a_file_and_from_options(rules: Path, tmp_path: Path) -> None:
    file = tmp_path / "answers.yaml"
    file.write_text("about: From the file.\nen: one, two\n", encoding="utf-8")
    words = [
        "rules",
        "new",
        "--rules",
        str(rules),
        "terms",
        "counts",
        "--answers",
        str(file),
        "--answer",
        "en=three",
    ]
    assert main(words) == 0
    made = yaml.safe_load((rules / "terms" / "counts.yaml").read_text(encoding="utf-8"))
    assert (made["about"], made["en"]) == ("From the file.", ["three"])


@pytest.mark.parametrize("text", ["- a\n", "a: [", None])
def test_answers_that_cannot_be_read_are_said(rules: Path, tmp_path: Path, text: str | None) -> None:
    file = tmp_path / "answers.yaml"
    if text:
        file.write_text(text, encoding="utf-8")
    assert main(["rules", "new", "--rules", str(rules), "terms", "counts", "--answers", str(file)]) == 2
    assert main(["rules", "new", "--rules", str(rules), "terms", "counts", "--answer", "about"]) == 2
