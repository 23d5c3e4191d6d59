"""What README, ARCHITECTURE and CONTRIBUTING name is there."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = (
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "extension/README.md",
    "helper/README.md",
    "rules/README.md",
)
PLACE = re.compile(r"`((?:tests|helper|extension|rules|scripts)/[\w./-]*)`")
LINK = re.compile(r"\]\(([^)#]+)\)")


@pytest.mark.parametrize("page", PAGES)
def test_the_places_it_names_are_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    missing = [place for place in PLACE.findall(text) if "NAME" not in place and not (ROOT / place).exists()]
    assert not missing


@pytest.mark.parametrize("page", PAGES)
def test_its_links_lead_somewhere(page: str) -> None:
    links = LINK.findall((ROOT / page).read_text(encoding="utf-8"))
    assert not [
        link for link in links if "://" not in link and not (ROOT / page).parent.joinpath(link).exists()
    ]


@pytest.mark.parametrize(
    "name",
    ["start", "test", "check", "fix", "evaluate", "bench", "package", "soak", "mutate", "disarm", "audit"],
)
def test_the_commands_can_be_run(name: str) -> None:
    assert os.access(ROOT / "scripts" / name, os.X_OK)
    assert (ROOT / "scripts" / name).read_text().startswith("#!/usr/bin/env python3\n")


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert "\nscripts/test\n" in (ROOT / "README.md").read_text()
    assert "scripts/test" in (ROOT / ".ci" / "run").read_text()
