"""What `scripts/bench --browser` measures in a real Chromium: typing, marking, idling."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from environment import ROOT

sys.path.insert(0, str(ROOT / "tests"))

from journey import cost
from journey.bundle import bundle
from journey.chromium import Chromium, ChromiumTab
from journey.scenes import ANY_HOST
from journey.stage import Stage
from journey.world import Helper, copy_extension, free_port

SETTLE_MS = 200
RUNS = 30
IDLE_MS = 10_000
PACE_MS = 150
FAST_MS = 30
EDITS = 2000
NODES = 20_000
TAIL = " en nu gaan wij weer eens een flink eind doortypen"
FLAGGED = "Namens het UMC Utrecht: wij nemen hier afstand van"

UNITS = {
    "work per input event": ("ms", "p95, of the thread's own time"),
    "our calls while idle": ("in 10 s", "no timer, no observer, no layout read"),
    "busy page, nobody types": ("% of a core", "20,000 nodes, 50 changes a second"),
    "busy page, somebody types": ("% of a core", "the same, a key every 150 ms"),
    "memory after 2,000 edits": ("KB", "of the script heap, after collecting"),
    "nodes after 2,000 edits": ("more", ""),
    "key to underline": ("ms", "p95, the settling pause taken off"),
}

LAST_KEY_TO_MARK = """() => { window.lastInput = 0; window.took = 0;
  addEventListener('input', () => { window.lastInput = performance.now(); }, true);
  const look = () => { if (!window.took && window.lastInput && [...CSS.highlights.values()].some((h) => h.size > 0))
    window.took = performance.now() - window.lastInput; requestAnimationFrame(look); }; look(); }"""


def time_to_mark(tab: ChromiumTab) -> float:
    """Milliseconds from the last key to the first underline, the settling pause taken off."""
    tab.page.evaluate(LAST_KEY_TO_MARK)
    tab.type(FLAGGED)
    tab.page.wait_for_function("window.took > 0", timeout=10_000)
    return float(tab.page.evaluate("window.took")) - SETTLE_MS


def costs(tab: ChromiumTab) -> dict[str, float]:
    """What our script costs a page: a key, an idle page, a busy page, and what two thousand edits leave behind."""
    typed = cost.calls(cost.trace(tab, lambda: tab.write(TAIL, FAST_MS)))
    tab.pause(2000)
    idle = cost.trace(tab, lambda: tab.pause(IDLE_MS))
    tab.evaluate(cost.EDITS, EDITS // 4)
    before = cost.held(tab)
    tab.evaluate(cost.EDITS, EDITS)
    after = cost.held(tab)
    tab.evaluate(cost.BUSY, NODES)
    return {
        "work per input event": cost.percentile([c.took_ms for c in typed if c.cause in cost.TYPED], 0.95),
        "our calls while idle": len(cost.calls(idle)),
        "busy page, nobody types": 100 * cost.share(tab, lambda: tab.pause(IDLE_MS)),
        "busy page, somebody types": 100 * cost.share(tab, lambda: tab.write(TAIL, PACE_MS)),
        "memory after 2,000 edits": (after.bytes - before.bytes) / 1024,
        "nodes after 2,000 edits": after.nodes - before.nodes,
    }


def browser_figures(tell: Callable[..., bool]) -> bool:
    """Measure and print; whether every goal holds."""
    with tempfile.TemporaryDirectory() as scratch, Stage(bundle()) as stage:
        folder = Path(scratch)
        helper = Helper(folder, free_port())
        helper.start()
        try:
            with Chromium(copy_extension(folder, helper.port, (ANY_HOST,)), stage.port) as browser:
                browser.ask({"kind": "pair", "line": helper.pair()})
                browser.ask({"kind": "switch-on", "origin": ANY_HOST})
                took = []
                for _ in range(RUNS):
                    tab = browser.open(f"{ANY_HOST}/form")
                    tab.page.wait_for_timeout(150)
                    took.append(time_to_mark(tab))
                    tab.close()
                tab = browser.open(f"{ANY_HOST}/form")
                tab.type(FLAGGED)
                tab.wait_marked()
                found = costs(tab)
        finally:
            helper.stop()
    found["key to underline"] = cost.percentile(took, 0.95)
    told = [tell(name, figure, *UNITS[name]) for name, figure in found.items()]
    return all(told)
