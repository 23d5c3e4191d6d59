from __future__ import annotations

from pathlib import Path

from postil.cli.patient import Patient
from postil.server.pairings import create


def test_pairings_that_cannot_be_read_are_none(tmp_path: Path) -> None:
    patient = Patient(1, None, tmp_path / "state")
    assert patient.pairings() == ()
    create("work", folder=patient.folder)
    assert [one.name for one in patient.pairings()] == ["work"]
    (patient.folder / "pairings.json").chmod(0o644)
    assert patient.pairings() == ()
