from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from postil import config


def test_address_is_the_one_that_the_extension_calls() -> None:
    root = Path(__file__).parents[2]
    protocol = (root / "extension" / "src" / "shared" / "protocol.js").read_text(encoding="utf-8")
    assert f"PORT = {config.PORT};" in protocol
    assert config.HOST == "127.0.0.1"


def test_port_is_never_handed_out_by_the_system() -> None:
    assert 1024 < config.PORT < 32768


def test_folder_is_the_persons_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    assert config.state_folder().is_relative_to(tmp_path)
    assert not config.state_folder().exists()


def test_on_windows_what_is_everyones_lies_where_an_administrator_alone_can_write(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    config.packs_folder()  # platformdirs asks once which system this is
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("PROGRAMFILES", str(tmp_path))
    _, rulebook = config.kept_rulebooks()
    settings, _ = config.update_settings()
    assert rulebook.parent == settings.parent == tmp_path / "Postil"


def test_version_is_a_version() -> None:
    assert re.fullmatch(r"\d+(\.\d+)*.*", config.version())
