from __future__ import annotations

from pathlib import Path

import pytest

from postil.cli.main import main
from postil.server.pairings import create, read


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


def test_the_pairing_is_gone(capsys: pytest.CaptureFixture[str]) -> None:
    create("work")
    create("home")
    assert main(["unpair", "work"]) == 0
    assert capsys.readouterr().out == "work may ask no longer.\n"
    assert [pairing.name for pairing in read()] == ["home"]


def test_one_that_is_not_there_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    create("home")
    assert main(["unpair", "work"]) == 2
    assert "The pairings are: home." in capsys.readouterr().err
