"""What goes wrong while `scripts/soak` runs, each for a moment, and how long the next good answer then takes."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from postil.errors import PortError
from postil.server.pairing import Pairing
from soak_house import SoakHouse
from soak_load import End

HOUR_S = 3600.0


@dataclass
class Faults:
    """Does one fault after the other, each for a moment. `recovered`: seconds from its end to a good answer."""

    house: SoakHouse
    witness: Pairing
    chance: random.Random
    moment_s: float
    recovered: dict[str, list[float]] = field(default_factory=dict)
    never: list[str] = field(default_factory=list)

    async def go_on(self, end: End, quiet_s: float, every_s: float) -> None:
        """Faults at this pace until so long before the end: every kind in the order of the table, then in any order."""
        kinds: dict[str, Callable[[], Awaitable[None]]] = {
            "killed": self._kill,
            "clock ahead": self._jump_ahead,
            "clock behind": self._jump_behind,
            "disk full": self._fill_disk,
            "rules changed": self._change_rules,
        }
        names = list(kinds)[::-1]
        first_round = True
        while first_round or time.monotonic() + every_s + self.moment_s < end.at - quiet_s:
            await asyncio.sleep(every_s * self.chance.uniform(0.5, 1.0))
            names = names or self.chance.sample(list(kinds), len(kinds))
            name = names.pop()
            await kinds[name]()
            await self._see_recovery(name)
            first_round = first_round and bool(names)
            end.put_off(quiet_s)

    async def _see_recovery(self, name: str) -> None:
        try:
            took = await asyncio.to_thread(self.house.wait_for_answer, self.witness)
        except PortError:
            self.never.append(name)
        else:
            self.recovered.setdefault(name, []).append(took)

    async def _kill(self) -> None:
        self.house.kill()
        self.house.start()

    async def _jump_ahead(self) -> None:
        await self._jump(HOUR_S)

    async def _jump_behind(self) -> None:
        await self._jump(-HOUR_S)

    async def _jump(self, seconds: float) -> None:
        self.house.set_clock(seconds)
        await asyncio.sleep(self.moment_s)
        self.house.set_clock(0)

    async def _fill_disk(self) -> None:
        self.house.fill_disk(full=True)
        await asyncio.sleep(self.moment_s)
        self.house.fill_disk(full=False)

    async def _change_rules(self) -> None:
        """Half a file, as an editor or a copy leaves it for a moment; every other time the helper is killed meanwhile."""
        files = sorted((self.house.home / "rules").rglob("*.yaml"))
        path = self.chance.choice(files)
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) // 2] + b'\n  "')
        await asyncio.sleep(self.moment_s)
        killed = self.chance.random() < 0.5  # noqa: PLR2004 - every other time
        if killed:
            self.house.kill()
            self.house.start()
            await asyncio.to_thread(self.house.wait_for_answer, self.witness)
        path.write_bytes(whole)
        if killed:  # rules are read at the start
            self.house.kill()
            self.house.start()
