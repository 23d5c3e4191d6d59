"""What `scripts/soak` does: bounds at rest, then load and faults at once, then a search for what was left behind."""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from environment import ROOT

sys.path.insert(0, str(ROOT / "tests"))

from helper.server.traces import Search, fresh_mark
from postil.rulebook.find import rules_folder
from postil.server.rules import Rules, load_rules
from soak_bounds import BROWSERS, measure, percentile
from soak_faults import Faults
from soak_house import SoakHouse
from soak_load import Browser, End, Stranger, Tally

GROWTH_MB = 6.0
"""What memory may grow by from when all was used once to the end: the allocator's own, no more with more checks."""
GARBAGE_LANES = 4
"""Connections that garbage comes over at once."""

TEXTS = (
    "Proud of this team {mark} and of the weather 🎉, see you all at the open day next week.",
    "Namens het UMC Utrecht: wij nemen hier afstand van {mark}",
    "Use my login today, the password is Gast2026 for all {mark}",
    "What a nincompoop 🎉 {mark}",
    "A fine day for all at #leedsopenday with our guests {mark}",
    "Vandaag college over longen {mark} ë ß 🧑\u200d🔬",
)
LONG = 280


@dataclass(frozen=True)
class Scale:
    """How much of everything."""

    seconds: float
    pairings: int
    per_second: float
    slow: int
    malformed: int
    every_s: float


def expected(rules: Path, mark: str) -> dict[str, Any]:
    """Every draft with the findings that the same rules give without any server. The first one is 280 characters long."""
    found = load_rules(rules)
    if not isinstance(found, Rules) or found.in_force is None:
        raise SystemExit("The rules have problems: run `postil rules check`.")
    first, *rest = (text.format(mark=mark) for text in TEXTS)
    texts = [(first + " and so on" * LONG)[:LONG], *rest]
    checker = found.in_force.checker
    return {text: checker.review(checker.read({"text": text}))["findings"] for text in texts}


async def storm(
    house: SoakHouse, wanted: Mapping[str, Any], scale: Scale, seed: int
) -> tuple[Tally, Faults, list[float]]:
    """Load and faults until the time is over; memory in MB, as it was over the last, undisturbed third."""
    pairings = house.pair(scale.pairings + 1)
    house.greet(pairings)
    tally, chance = Tally(), random.Random(seed)  # noqa: S311 - repeatable, no secret
    faults = Faults(house, pairings.pop(), random.Random(seed + 1), min(1.5, scale.every_s))  # noqa: S311 - as above
    browsers = [Browser(one, house.port, tally, wanted) for one in pairings]
    end = End(time.monotonic() + scale.seconds)
    began = time.monotonic()
    memory: list[float] = []

    async def watch() -> None:
        await faults.go_on(end, scale.seconds / 3, scale.every_s)
        await asyncio.sleep(min(5.0, scale.seconds / 12))
        while not end.is_over():
            memory.append(house.resident_mb())
            await asyncio.sleep(min(1.0, scale.seconds / 30))

    pace = scale.per_second / scale.pairings
    async with asyncio.TaskGroup() as group:
        for browser in browsers:
            group.create_task(browser.ask_steadily(pace, end, chance))
        stranger = Stranger(pairings[0], house.port, tally, end, chance)
        for _ in range(scale.slow):
            group.create_task(stranger.dawdle())
        for _ in range(GARBAGE_LANES):
            group.create_task(stranger.send_garbage(scale.malformed))
        group.create_task(watch())
    tally.seconds = time.monotonic() - began
    return tally, faults, memory


def report(tally: Tally, faults: Faults, memory: list[float], hits: list[str]) -> list[str]:
    """Print the figures; the promises that were not kept."""
    pace = tally.answered / max(tally.seconds, 1)
    print(f"{tally.answered} reviews ({pace:.0f} a second), {len(tally.wrong)} wrong, {tally.lost} lost")
    print(f"sent once more: {dict(tally.again.most_common())}")
    p50, p99 = (percentile(tally.took_ms, share) for share in (0.5, 0.99))
    print(f"an answer in the storm: p50 {p50:.1f} ms, p99 {p99:.1f} ms by the clock")
    print(
        f"{tally.malformed} malformed requests, {len(tally.odd)} not answered by the one refusal; {tally.slow} slow connections"
    )
    for name, took in sorted(faults.recovered.items()):
        print(f"{name:<14} {len(took):>3} times; next good answer after {max(took):.2f} s at most")
    grew = max(memory[len(memory) // 2 :]) - min(memory[: len(memory) // 2]) if len(memory) > 1 else 0.0
    print(
        f"memory {max(memory, default=0.0):.1f} MB at most, grew by {grew:.1f} MB; the mark stands {len(hits)} times on disk"
    )
    broken = {
        "a wrong review": tally.wrong,
        "a lost draft": tally.lost,
        "no review at all": not tally.answered,
        "another reply than the refusal": tally.odd,
        "no answer after a fault": faults.never,
        "a kind of fault that never came": not faults.recovered,
        "text on disk": hits,
        "memory that was not looked at": not memory,
        "memory that grows": grew > GROWTH_MB,
    }
    return [what for what, happened in broken.items() if happened]


def soak(scale: Scale, rules: Path, seed: int, *, bounds: bool) -> list[str]:
    """All of it; what was not kept."""
    missed: list[str] = []
    mark = fresh_mark()
    search = Search(mark)
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        house = SoakHouse(Path(folder), rules)
        try:
            wanted = expected(house.home / "rules", mark)
            house.keep_rules()
            house.start()
            if bounds:
                many = house.pair(BROWSERS)
                house.greet(many)
                busy = os.getloadavg()[0]
                calm = busy < (os.cpu_count() or 1)
                for bound in measure(house, many, wanted):
                    print(bound.line())
                    missed += [bound.name] if not bound.held and (calm or not bound.by_clock) else []
                print(f"under a load of {busy:.1f} on {os.cpu_count()} cores\n", flush=True)
            tally, faults, memory = asyncio.run(storm(house, wanted, scale, seed))
            with suppress(OSError):
                house.stop()
            hits = [*search.hits(house.home), *search.everywhere()]
        finally:
            house.kill()
            house.held.close()
    return missed + report(tally, faults, memory, hits)


def main() -> int:
    """Run as `scripts/soak` says; exit 1 where a promise was not kept."""
    parser = argparse.ArgumentParser(prog="scripts/soak", description=__doc__)
    parser.add_argument("--seconds", type=float, default=120.0, help="how long the storm lasts")
    parser.add_argument("--pairings", type=int, default=12)
    parser.add_argument("--per-second", type=float, default=200.0, help="checks of all browsers together")
    parser.add_argument("--slow", type=int, default=50, help="slow clients at a time")
    parser.add_argument("--malformed", type=int, default=10_000, help="malformed requests in all")
    parser.add_argument("--every", type=float, default=4.0, help="seconds from one fault to the next")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rules", type=Path, help="other rules than the shipped ones")
    parser.add_argument("--no-bounds", action="store_true", help="the storm alone")
    parser.add_argument("--browser", action="store_true", help="in a real Chromium as well")
    options = parser.parse_args()
    scale = Scale(
        options.seconds,
        options.pairings,
        options.per_second,
        options.slow,
        options.malformed,
        options.every,
    )
    print(f"seed {options.seed}", flush=True)
    broken = soak(scale, options.rules or rules_folder(), options.seed, bounds=not options.no_bounds)
    if options.browser:
        from soak_browser import soak_browser  # noqa: PLC0415 - needs Playwright and the stage

        broken += soak_browser(options.seconds, options.seed)
    print("NOT KEPT: " + ", ".join(broken) if broken else "all kept")
    return 1 if broken else 0
