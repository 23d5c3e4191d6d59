from __future__ import annotations

from pathlib import Path

import pytest

from postil.cli.main import main


def test_schemas_are_written_and_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["rules", "schema", "--rules", str(tmp_path)]
    assert main([*words, "--check"]) == 1
    assert capsys.readouterr().out.count("out of date") == 3
    assert main(words) == 0
    assert sorted(file.name for file in (tmp_path / "schema").iterdir()) == [
        "policy.json",
        "terms.json",
        "topic.json",
    ]
    assert main([*words, "--check"]) == 0
