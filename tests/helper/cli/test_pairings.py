from __future__ import annotations

from pathlib import Path

import pytest

from helper.server.house import CHROME
from postil.cli.main import main
from postil.cli.pairings import describe
from postil.server.pairing import PENDING_S, Pairing
from postil.server.pairings import Pairings, create, read
from postil.server.seal import derive

NOW = 1_795_514_100


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


def test_without_any_it_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pairings"]) == 0
    assert "`postil pair`" in capsys.readouterr().out


def test_each_has_a_line_and_no_key(capsys: pytest.CaptureFixture[str]) -> None:
    create("work")
    create("home")
    first = read()[0]
    Pairings().pin(first.keys.kid, CHROME, "Chrome on Linux")
    assert main(["pairings"]) == 0
    work, home = capsys.readouterr().out.splitlines()
    assert work.startswith("work ")
    assert CHROME in work
    assert "Chrome on Linux" in work
    assert "waits for its line" in home
    assert first.keys.request.hex() not in work


@pytest.mark.parametrize(
    ("origin", "age", "said"),
    [
        (CHROME, 10**7, "a browser, paired 20"),
        (None, 0, "waits for its line to be pasted until "),
        (None, PENDING_S + 1, "its line was not used in time"),
    ],
)
def test_a_pairing_in_words(origin: str | None, age: int, said: str) -> None:
    pairing = Pairing(name="x", keys=derive(bytes(32)), created=NOW, origin=origin)
    assert describe(pairing, NOW + age).startswith(said)
