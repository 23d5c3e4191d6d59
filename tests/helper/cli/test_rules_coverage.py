from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from postil.cli.main import main

SAMPLE = Path(__file__).parent.parent / "rulebook" / "sample"
ASK = ["rules", "coverage", "--rules", str(SAMPLE)]


def test_three_forms(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(ASK) == 0
    assert capsys.readouterr().out.endswith("2 of them act.\n")
    assert main([*ASK, "--json"]) == 0
    assert [one["id"] for one in json.loads(capsys.readouterr().out)["clauses"]] == [
        "leeds/1-care",
        "leeds/2-values",
    ]
    assert main([*ASK, "--page"]) == 0
    assert capsys.readouterr().out.startswith("# Coverage\n")


def test_a_clause_that_acts_nowhere_is_found(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE, tmp_path / "rules")
    path = tmp_path / "rules" / "topics" / "patient-privacy.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("status: active", "status: draft"), encoding="utf-8"
    )
    assert main(["rules", "coverage", "--rules", str(tmp_path / "rules")]) == 1
