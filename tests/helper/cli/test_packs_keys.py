from __future__ import annotations

from pathlib import Path

import pytest

from postil.cli.main import main
from postil.updates.keys import KEY


def test_a_key_is_made_once_and_shown_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "key"
    assert main(["packs", "keys", str(file)]) == 0
    first, warning = capsys.readouterr().out.splitlines()
    assert KEY.fullmatch(first)
    assert "Keep it off the web host" in warning
    assert main(["packs", "keys", str(file)]) == 0
    assert capsys.readouterr().out.splitlines() == [first]
    file.write_text("no key")
    assert main(["packs", "keys", str(file)]) == 2
