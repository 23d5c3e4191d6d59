"""The bounds that a helper at rest has to keep, measured before `scripts/soak` lets anything go wrong."""

from __future__ import annotations

import asyncio
import os
import statistics
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from postil.errors import PortError
from postil.server.client import ask
from postil.server.pairing import Pairing
from soak_house import PATIENCE_S, SoakHouse
from soak_load import Browser, Tally

BROWSERS = 60
"""So many that a burst of theirs is not held back by the limit that each of them has."""
AT_ONCE = 6
STARTS = 5
CHECKS = 1200


@dataclass(frozen=True)
class Bound:
    """A figure beside what was promised. `by_clock`: it says something on a computer with nothing else to do."""

    name: str
    figure: float
    unit: str
    promised: float
    at_least: bool = False
    by_clock: bool = False

    @property
    def held(self) -> bool:
        """Whether it is kept."""
        return self.figure >= self.promised if self.at_least else self.figure <= self.promised

    def line(self) -> str:
        """One line of the report."""
        sign = ">=" if self.at_least else "<="
        missed = "" if self.held else "MISSED"
        return f"{self.name:<46} {self.figure:>8.2f} {self.unit:<5} ({sign} {self.promised:g})  {missed}"


def percentile(values: list[float], share: float) -> float:
    """The value below which that share lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] if values else 0.0


def measure(house: SoakHouse, pairings: list[Pairing], wanted: Mapping[str, Any]) -> list[Bound]:
    """Start answers, then many checks: one after the other for their time, several at once for their number."""
    clock, processor = _starts(house, pairings[0])
    os.sched_setaffinity(house.running.pid, {0})
    text = next(iter(wanted))
    tally = Tally()
    browsers = [Browser(one, house.port, tally, wanted) for one in pairings]
    asyncio.run(_warm_up(browsers, text))
    calm = asyncio.run(_one_by_one(browsers, text))
    began, used = time.monotonic(), house.processor_s()
    done = asyncio.run(_at_once(browsers, text))
    elapsed, used = time.monotonic() - began, house.processor_s() - used
    resident = house.resident_mb()
    os.sched_setaffinity(house.running.pid, range(os.cpu_count() or 1))
    return [
        Bound("first answer after the socket, processor", processor, "s", 0.6),
        Bound("first answer after the socket, by the clock", clock, "s", 0.6, by_clock=True),
        Bound("resident after the checks", resident, "MB", 70.0),
        Bound("sealed check of 280 characters, p50", percentile(calm, 0.5), "ms", 5.0, by_clock=True),
        Bound("sealed check of 280 characters, p99", percentile(calm, 0.99), "ms", 5.0, by_clock=True),
        Bound("processor for one sealed check", used / done * 1000, "ms", 5.0),
        Bound(
            "sealed checks a second, one core, by processor",
            done / max(used, 1e-9),
            "/s",
            200.0,
            at_least=True,
        ),
        Bound(
            "sealed checks a second, by the clock", done / elapsed, "/s", 200.0, at_least=True, by_clock=True
        ),
    ]


def _starts(house: SoakHouse, pairing: Pairing) -> tuple[float, float]:
    """Seconds from the first connection to the first review, by the clock and of the processor."""
    by_clock, of_processor = [], []
    for _ in range(STARTS):
        house.kill()
        began = time.monotonic()
        house.start()
        try:
            ask(pairing, "/v1/check", {"text": "x"}, port=house.port, patience_s=PATIENCE_S)
        except PortError:  # on a very busy computer the question was too old once it was read
            house.wait_for_answer(pairing)
        by_clock.append(time.monotonic() - began)
        of_processor.append(house.processor_s())
    return statistics.median(by_clock), statistics.median(of_processor)


async def _warm_up(browsers: list[Browser], text: str) -> None:
    for one in browsers[:20]:
        await one.ask({"text": text})
        one.hang_up()


async def _one_by_one(browsers: list[Browser], text: str) -> list[float]:
    """Milliseconds of each check, at the pace of ten people who type."""
    took = []
    for at in range(CHECKS // 2):
        browser = browsers[at % 10]
        began = time.perf_counter()
        await browser.ask({"text": text})
        took.append((time.perf_counter() - began) * 1000)
        await asyncio.sleep(0.006)
    for one in browsers:
        one.hang_up()
    return took


async def _at_once(browsers: list[Browser], text: str) -> int:
    """How many checks were answered."""
    done = 0

    async def keep_asking(mine: list[Browser]) -> None:
        nonlocal done
        for at in range(CHECKS // AT_ONCE):
            with suppress(OSError):
                answer = await mine[at % len(mine)].ask({"text": text})
                done += bool(answer["ok"])
        for one in mine:
            one.hang_up()

    await asyncio.gather(*(keep_asking(browsers[at::AT_ONCE]) for at in range(AT_ONCE)))
    return done
