"""The helper's README says what the code does."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from helper.server.house import House
from postil.cli.main import COMMANDS
from postil.server.draft import read_draft
from postil.server.envelope import FOREIGN, PATHS

README = (Path(__file__).parents[3] / "helper" / "README.md").read_text(encoding="utf-8")
SECTIONS = {
    path: [json.loads(block) for block in re.findall(r"```json\n(.*?)```", section, re.DOTALL)]
    for path, section in re.findall(r"### `(/v1/\w+)`\n(.*?)(?=\n##|\Z)", README, re.DOTALL)
}


def test_every_message_has_its_section() -> None:
    assert set(SECTIONS) == set(PATHS)
    assert all(len(blocks) == 2 for blocks in SECTIONS.values())


def test_the_draft_is_one() -> None:
    assert read_draft(SECTIONS["/v1/check"][0]).id == "7"


def test_every_command_exists() -> None:
    named = {line.split()[1] for line in README.splitlines() if line.startswith("    postil ")}
    assert len(named) > 5
    assert named <= set(COMMANDS)


@pytest.mark.parametrize("header", sorted(FOREIGN))
def test_every_foreign_header_is_named(header: bytes) -> None:
    assert f"`{header.decode().title()}`" in README


async def answer(house: House, path: str) -> dict[str, Any]:
    question = SECTIONS[path][0] | ({"id": "umc-utrecht"} if path == "/v1/policy" else {})
    return await house.ask(path, question)


async def test_hello_has_the_keys_that_are_shown(house: House) -> None:
    given, shown = await answer(house, "/v1/hello"), SECTIONS["/v1/hello"][1]
    assert set(given) == set(shown)
    assert set(given["policies"][0]) == set(shown["policies"][0])


async def test_policy_has_the_keys_that_are_shown(house: House) -> None:
    given, shown = (await answer(house, "/v1/policy"))["policy"], SECTIONS["/v1/policy"][1]["policy"]
    assert set(given) == set(shown)
    for key in ("documents", "clauses", "contacts"):
        assert set(given[key][0]) == set(shown[key][0])


async def test_health_has_the_keys_that_are_shown(house: House) -> None:
    assert set(await answer(house, "/v1/health")) == set(SECTIONS["/v1/health"][1])
