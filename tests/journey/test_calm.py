"""What it costs: nothing while nobody types, next to nothing while somebody does. Measured in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from journey import cost
from journey.chromium import Chromium, ChromiumTab
from journey.scenes import ANY_HOST, FLAGGED, say

IDLE_MS = 10_000
DRAWN_MS = 2000
"""By then the glance at a page that has just been drawn is over."""

NODES = 20_000
PACE_MS = 150
"""Between two keys of somebody who types fast."""

EDITS = 2000
SLACK_BYTES = 150_000
"""What the engine's own caches may grow by; 2,000 drafts kept would be many times that."""

TAIL = " en dat is dat, echt waar hoor mensen"


@pytest.fixture
def tab(chromium: Chromium) -> Iterator[ChromiumTab]:
    """A draft with a note."""
    tab = chromium.open(f"{ANY_HOST}/editable")
    tab.type(FLAGGED)
    tab.wait_marked()
    yield tab
    tab.close()


def test_nobody_types_and_nothing_runs_on_a_large_page_that_changes_all_the_time(tab: ChromiumTab) -> None:
    tab.press("Alt+Shift+P")
    tab.wait_for("button", say("card_dismiss"))
    assert tab.evaluate(cost.BUSY, NODES) >= NODES
    tab.pause(DRAWN_MS)
    seen: list[dict[str, Any]] = []
    spent = cost.share(tab, lambda: seen.extend(cost.trace(tab, lambda: tab.pause(IDLE_MS))))
    assert sum(one["name"] == "TimerFire" for one in seen) > 20, "the record would show a timer"
    assert cost.calls(seen) == [], "no timer of ours, no observer, no listener: so no layout is read either"
    assert spent <= 0.02

    tab.press("Escape")
    typing = cost.share(tab, lambda: tab.write(TAIL, PACE_MS))
    assert 0 < typing <= 0.02


def test_a_key_costs_less_than_a_millisecond(tab: ChromiumTab) -> None:
    tab.write(" a")
    calls = cost.calls(cost.trace(tab, lambda: tab.write(TAIL * 2, 30)))
    took = [call.took_ms for call in calls if call.cause in cost.TYPED]
    assert len(took) > 3 * len(TAIL)
    assert cost.percentile(took, 0.95) <= 1


def test_two_thousand_edits_leave_nothing_behind(tab: ChromiumTab) -> None:
    tab.evaluate(cost.EDITS, 600)
    before = cost.held(tab)
    tab.evaluate(cost.EDITS, EDITS)
    after = cost.held(tab)
    assert after.listeners == before.listeners
    assert after.nodes <= before.nodes + 2
    assert after.bytes <= before.bytes + SLACK_BYTES
    assert tab.model() == FLAGGED
