from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from postil.cli.main import main

SAMPLE = Path(__file__).parent.parent / "rulebook" / "sample"


def test_rules_that_prove_themselves(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "test", "--rules", str(SAMPLE)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("5 examples. Needed by one: exception 1/1, unless 1/1.\nNo problems, ")


def test_what_fails_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(SAMPLE, tmp_path / "rules")
    path = tmp_path / "rules" / "topics" / "patient-privacy.yaml"
    text = path.read_text(encoding="utf-8").replace("The patient in", "The cat in")
    path.write_text(text, encoding="utf-8")
    assert main(["rules", "test", "--quick", "--rules", str(tmp_path / "rules")]) == 1
    out = capsys.readouterr().out
    assert "patient-privacy.yaml:22:11: This should be flagged, and passes." in out
    assert "\n1 problem, " in out


def test_terms_are_sampled_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "test", "--mutate", "30", "--rules", str(SAMPLE)]) == 0
    out = capsys.readouterr().out
    assert "  no example needs `tumour*` (case-details, en)\n" in out
    assert "Sampled terms: 3 of 10 needed by an example.\n" in out


def test_rules_with_problems_are_proved_as_far_as_they_go(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(SAMPLE, tmp_path / "rules")
    (tmp_path / "rules" / "terms" / "a.yaml").write_text("terms: a\n", encoding="utf-8")
    assert main(["rules", "test", "--rules", str(tmp_path / "rules")]) == 1
    out = capsys.readouterr().out
    assert "5 examples." in out
    assert "`postil rules check`" in out
