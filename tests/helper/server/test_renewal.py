from __future__ import annotations

import asyncio
import gc
import shutil
import sys
import time
from collections.abc import AsyncIterator, Hashable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from helper.server.house import House, open_house
from helper.server.process import TINY
from postil.errors import UpdateError
from postil.model.edition import Edition
from postil.server import renewal
from postil.server.renewal import Renewal
from postil.server.rules import Rules, load_rules

WORD = "duffer"


@dataclass
class Pack:
    folder: Path
    edition: Edition

    def check(self) -> None:
        """Its files are as they were signed."""

    @property
    def kept(self) -> Path:
        return self.folder / "rulebook"


class Supply:
    """A hand on the tap: which pack is in force, and whether it can be used."""

    def __init__(self) -> None:
        self.pack: Pack | None = None
        self.broken = False
        self.looks = 0

    def stamp(self) -> Hashable:
        self.looks += 1
        return (id(self.pack), self.broken)

    def find(self) -> Pack | None:
        if self.broken:
            raise UpdateError("The pack is damaged.", remedy="")
        return self.pack


def make_pack(folder: Path, version: str = "2026.11.2") -> Pack:
    """A pack whose rules know another word than those of `TINY`."""
    shutil.copytree(TINY, folder)
    for file in folder.rglob("*.yaml"):
        file.write_text(file.read_text().replace("nincompoop", WORD))
    return Pack(folder, Edition(version, date(2026, 11, 21), date(2027, 5, 20)))


@pytest.fixture
def supply() -> Supply:
    return Supply()


@pytest.fixture
async def house(tmp_path: Path, supply: Supply) -> AsyncIterator[House]:
    """A helper that begins with the shipped rules."""
    house = await open_house(tmp_path / "state", load_rules(TINY), Renewal(supply))
    yield house
    await house.running.stop()


async def words(house: House) -> list[str]:
    """Which of the two words is found."""
    text = f"what a nincompoop and {WORD}"
    marks = [
        mark
        for finding in (await house.ask("/v1/check", {"text": text}))["review"]["findings"]
        for mark in finding["marks"]
    ]
    return [text[mark["start"] : mark["end"]] for mark in marks]


async def renewed(house: House, before: Rules) -> None:
    """Ask until other rules are in force; every question on the way is answered."""
    end = time.monotonic() + 20
    while house.running.desk.rules is before and time.monotonic() < end:
        assert len(await words(house)) == 1
        await asyncio.sleep(0.06)  # within the rate of one pairing
    assert house.running.desk.rules is not before


async def test_another_pack_is_noticed_and_no_question_is_dropped(
    house: House, supply: Supply, tmp_path: Path
) -> None:
    before, usual = house.running.desk.rules, (sys.getswitchinterval(), gc.isenabled())
    assert await words(house) == ["nincompoop"]
    supply.pack = make_pack(tmp_path / "pack")
    await renewed(house, before)
    assert await words(house) == [WORD]
    assert (sys.getswitchinterval(), gc.isenabled()) == usual
    assert (await house.ask("/v1/health", {}))["edition"]["version"] == "2026.11.2"
    assert (await house.ask("/v1/policy", {"id": None}))["policy"]["edition"]["expires"] == "2027-05-20"


async def test_rules_with_problems_take_no_good_ones_place(
    house: House, supply: Supply, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewal, "load_rules", lambda *_: Rules(None, 1))
    before = house.running.desk.rules
    supply.broken = True
    await words(house)
    await asyncio.sleep(0.3)
    assert await words(house) == ["nincompoop"]
    assert house.running.desk.rules is before


async def test_it_looks_only_when_asked_and_reads_once(
    house: House, supply: Supply, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []

    def counting(folder: Path | None, given: Supply) -> Rules:
        read.append(folder)
        return load_rules(folder, given)

    monkeypatch.setattr(renewal, "load_rules", counting)
    before, looks = house.running.desk.rules, supply.looks
    supply.pack = make_pack(tmp_path / "pack")
    await asyncio.sleep(0.2)
    assert (supply.looks, read) == (looks, [])
    await renewed(house, before)
    await words(house)
    assert len(read) == 1


async def test_what_changes_while_it_reads_is_read_too(
    house: House, supply: Supply, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(folder: Path | None, given: Supply) -> Rules:
        rules = load_rules(folder, given)
        time.sleep(0.2)
        return rules

    monkeypatch.setattr(renewal, "load_rules", slowly)
    before = house.running.desk.rules
    supply.pack = make_pack(tmp_path / "one")
    await words(house)
    await asyncio.sleep(0.1)
    supply.pack = make_pack(tmp_path / "two", "2026.11.3")
    await renewed(house, before)
    await renewed(house, house.running.desk.rules)
    assert (await house.ask("/v1/health", {}))["edition"]["version"] == "2026.11.3"


async def test_a_folder_that_was_named_stays(supply: Supply, tmp_path: Path) -> None:
    named = Renewal(supply, TINY)
    supply.pack = make_pack(tmp_path / "pack")
    assert named.load().edition is None
    assert supply.looks == 0
