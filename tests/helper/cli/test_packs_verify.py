from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helper.updates.host import Publisher
from postil.cli.main import main
from postil.updates.keys import make_key

pytestmark = pytest.mark.usefixtures("home")


def verify(publisher: Publisher, key: str | None = None) -> int:
    return main(["packs", "verify", str(publisher.host), "--key", key or publisher.public])


def test_every_look_is_said(
    publisher: Publisher,
    capsys: pytest.CaptureFixture[str],
) -> None:
    release = publisher.publish(expires=date(2026, 11, 2), minimum_engine="99")
    assert verify(publisher) == 0
    said = capsys.readouterr().out
    assert f"Signed by {publisher.public}." in said
    assert "The pack a-hospital, version 2026.11.1, sequence 1." in said
    assert "For Postil 99 or newer, which this one is not." in said
    assert "Issued 2026-11-01, expired 2026-11-02." in said
    assert f"{release.file}: {release.size} bytes, 3 files, as signed." in said
    assert "every example comes out as it says" in said


def test_the_first_that_is_not_well_is_said(
    publisher: Publisher,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert verify(publisher) == 1
    assert "! This cannot be read" in capsys.readouterr().out
    publisher.edit("topics/disrespect.yaml", "nincompoop", "gentleman")
    release = publisher.publish()
    assert verify(publisher) == 1
    assert "This should be flagged, and passes" in capsys.readouterr().out
    assert verify(publisher, make_key(tmp_path / "other")) == 1
    assert "None of these keys signed latest.json." in capsys.readouterr().out
    assert verify(publisher, "secret") == 1
    assert "no public key" in capsys.readouterr().out
    (publisher.host / release.file).write_bytes(b"x")
    assert verify(publisher) == 1
    assert "not the one that the release names" in capsys.readouterr().out
