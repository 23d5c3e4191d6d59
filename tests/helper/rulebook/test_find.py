from __future__ import annotations

from pathlib import Path

import pytest

from postil.errors import RulesError
from postil.rulebook import find


def test_the_rules_of_the_checkout_come_first() -> None:
    assert (find.rules_folder() / "README.md").is_file()


def test_an_installed_package_carries_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "lib" / "python" / "postil"
    (package / "rules" / "topics").mkdir(parents=True)
    monkeypatch.setattr(find, "_PACKAGE", package)
    assert find.rules_folder() == package / "rules"


def test_none_at_all_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "_PACKAGE", tmp_path / "a" / "b")
    with pytest.raises(RulesError, match="not where they should be"):
        find.rules_folder()
