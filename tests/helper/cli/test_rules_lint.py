from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from postil.cli.main import main

SAMPLE = Path(__file__).parent.parent / "rulebook" / "sample"


def test_findings_are_printed_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "lint", "--rules", str(SAMPLE)]) == 1
    assert capsys.readouterr().out.endswith("\n1 finding.\n")


def test_a_file_can_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "lint", "--rules", str(SAMPLE), str(SAMPLE / "topics" / "advice.yaml")]) == 0
    assert capsys.readouterr().out.strip() == "Nothing to improve."


def test_rules_with_problems_are_checked_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(SAMPLE, tmp_path / "rules")
    (tmp_path / "rules" / "terms" / "a.yaml").write_text("terms: a\n", encoding="utf-8")
    assert main(["rules", "lint", "--rules", str(tmp_path / "rules")]) == 2
    assert "postil rules check" in capsys.readouterr().err
