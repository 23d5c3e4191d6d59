from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from helper.server.process import TINY
from postil.errors import UpdateError
from postil.rulebook.kept import read
from postil.updates.parcel import read_rules
from postil.updates.store import RULEBOOK
from postil.updates.trial import try_files, try_pack


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "rules"))


def test_a_good_pack_passes_and_is_kept_as_it_was_read(rules: Path) -> None:
    try_pack(rules)
    kept = read(rules / RULEBOOK, rules)
    assert kept is not None
    assert set(kept.rulebook.policies) == {"umc-utrecht"}


def test_files_that_lie_nowhere_can_be_tried(rules: Path) -> None:
    try_files(read_rules(rules))
    (rules / "policies" / "umc-utrecht.yaml").unlink()
    with pytest.raises(UpdateError, match="policy"):
        try_files(read_rules(rules))


def test_a_fault_is_said_with_its_place(rules: Path) -> None:
    file = rules / "topics" / "disrespect.yaml"
    file.write_text(file.read_text().replace("nincompoop", "gentleman"))
    with pytest.raises(UpdateError, match=r"topics/disrespect\.yaml:\d+: This should be flagged, and passes"):
        try_pack(rules)
    assert not (rules / RULEBOOK).exists()


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("import time; time.sleep(60)", "takes too long"),
        ("while True: pass", "takes too long"),
        ("import os; os.abort()", "came to grief"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "came to grief"),
        ("raise MemoryError", "came to grief"),
        (
            r"print('\x1b[2Jred\x07 words\nmore\nand more'); raise SystemExit(1)",
            r"\?\[2Jred\? words \(and 2 more\)",
        ),
        ("print('x' * 100_000); raise SystemExit(1)", "x{600}$"),
    ],
)
def test_whatever_becomes_of_the_trial_becomes_of_it_alone(
    script: str, said: str, rules: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\nexec {sys.executable} -c "{script}"\n')
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    with pytest.raises(UpdateError, match=said):
        try_pack(rules, patience_s=2 if "long" in said else 30)


def test_a_trial_that_cannot_begin_is_said(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(rules / "gone"))
    with pytest.raises(UpdateError, match="cannot be tried"):
        try_pack(rules)
