from __future__ import annotations

from pathlib import Path

import pytest

from postil.cli.main import main
from postil.server.line import read_line
from postil.server.pairings import read
from postil.server.seal import derive


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


def test_it_prints_the_line_by_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pair", "--name", "work-firefox"]) == 0
    said = capsys.readouterr()
    secret, port = read_line(said.out)
    assert port == 28417
    assert said.out.count("\n") == 1
    assert "within 10 minutes" in said.err
    (pairing,) = read()
    assert (pairing.name, pairing.keys) == ("work-firefox", derive(secret))


def test_a_name_that_cannot_be_used_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pair", "--name", "two\nlines"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "to do: Choose a plainer name" in said.err


def test_another_port_stands_in_the_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pair", "--port", "29000"]) == 0
    assert read_line(capsys.readouterr().out)[1] == 29000
