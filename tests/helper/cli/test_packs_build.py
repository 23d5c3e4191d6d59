from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from helper.server.process import TINY
from postil.cli.main import main
from postil.config import version

pytestmark = pytest.mark.usefixtures("home")


def build(folder: Path, *words: str) -> int:
    names = ["--pack", "a-hospital", "--version", "2026.11.1", "--rules", str(TINY)]
    return main(["packs", "build", str(folder), *names, *words])


def test_a_release_is_written_with_what_was_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build(tmp_path) == 0
    latest = json.loads((tmp_path / "latest.json").read_text())
    today = datetime.now(tz=UTC).date()
    assert latest["issued"] == today.isoformat()
    assert latest["expires"] == (today + timedelta(days=180)).isoformat()
    assert (latest["sequence"], latest["minimum-engine"]) == (1, version())
    assert (tmp_path / latest["file"]).stat().st_size == latest["size"]
    said = capsys.readouterr().out
    assert f"{latest['file']}: {latest['size']} bytes, sequence 1" in said
    assert f"postil packs sign {tmp_path}" in said
    assert build(tmp_path, "--expires", "2127-01-01", "--sequence", "7", "--minimum-engine", "0.1") == 0
    again = json.loads((tmp_path / "latest.json").read_text())
    assert (again["expires"], again["sequence"], again["minimum-engine"]) == ("2127-01-01", 7, "0.1")


@pytest.mark.parametrize(
    "words",
    [
        ["--pack", "A Hospital"],
        ["--version", "1/2"],
        ["--expires", "soon"],
        ["--expires", "2020-01-01"],
        ["--minimum-engine", "new"],
        ["--sequence", "-1"],
        ["--rules", "nowhere"],
    ],
)
def test_what_no_release_can_say_is_refused(words: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "published"
    assert build(folder, *words) == 2
    assert not (folder / "latest.json").exists()
