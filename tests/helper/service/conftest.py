from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from helper.server.process import TINY
from helper.service.scratch import Programs, Registry
from postil.service import kept


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home: nothing of the real one is seen or touched."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    for name in ("CONFIG", "STATE", "DATA", "CACHE"):
        monkeypatch.delenv(f"XDG_{name}_HOME", raising=False)
    return folder


@pytest.fixture(autouse=True)
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Small rules in the place of the shipped ones."""
    folder = Path(shutil.copytree(TINY, tmp_path / "rules"))
    monkeypatch.setattr(kept, "rules_folder", lambda: folder)
    return folder


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Programs:
    """Stand-ins for the system's programs, found before the real ones."""
    made = Programs(tmp_path / "bin")
    monkeypatch.setenv("PATH", f"{made.folder}{os.pathsep}{os.environ['PATH']}")
    return made


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Registry:
    """A registry in memory."""
    made = Registry()
    monkeypatch.setitem(sys.modules, "winreg", made)
    return made
