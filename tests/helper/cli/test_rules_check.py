from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from postil.cli.main import main

SAMPLE = Path(__file__).parent.parent / "rulebook" / "sample"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    shutil.copytree(SAMPLE, tmp_path / "rules")
    return tmp_path / "rules"


def test_all_is_well(rules: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "check", "--rules", str(rules)]) == 0
    assert capsys.readouterr().out == "4 term lists, 2 topics, 1 policy: all well.\n"


def test_every_problem_is_printed_and_counted(rules: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (rules / "terms" / "a.yaml").write_text("terms: a\nabout: A.\nen: [off, @x]\n", encoding="utf-8")
    assert main(["rules", "check", "--rules", str(rules)]) == 1
    out = capsys.readouterr().out
    assert "a.yaml:3:6: YAML reads `off` as true or false." in out
    assert out.endswith("\n2 problems in 1 file.\n")


def test_files_can_be_named(rules: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (rules / "terms" / "a.yaml").write_text("terms: a\n", encoding="utf-8")
    patients = str(rules / "terms" / "patients.yaml")
    assert main(["rules", "check", "--rules", str(rules), patients]) == 0
    assert "a.yaml" not in capsys.readouterr().out
    assert main(["rules", "check", "--rules", str(rules), str(rules / "terms" / "a.yaml")]) == 1


def test_a_folder_that_is_none_cannot_be_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "check", "--rules", str(tmp_path / "nowhere")]) == 2
    assert capsys.readouterr().err.startswith("There is no such folder.\n")
