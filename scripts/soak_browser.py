"""What `scripts/soak --browser` does: somebody writes and posts while helper, background and page end at random."""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from environment import ROOT

sys.path.insert(0, str(ROOT / "tests"))

from helper.server.traces import Search, fresh_mark
from journey.bundle import bundle
from journey.chromium import Chromium
from journey.scenes import ANY_HOST, FLAGGED, say
from journey.stage import Stage
from journey.tab import Tab
from journey.world import Helper, copy_extension, free_port

FAULTS = ("none", "helper killed", "helper back", "background ended", "page closed")
ASKED_S = 3.0


def soak_browser(seconds: float, seed: int) -> list[str]:
    """Write and post until the time is over; what was not kept."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, no secret
    mark = fresh_mark().replace("🎉", "e")
    search = Search(mark)
    came: Counter[str] = Counter()
    broken: list[str] = []
    with tempfile.TemporaryDirectory(prefix="soak-") as name, Stage(bundle()) as stage:
        folder = Path(name)
        helper = Helper(folder, free_port())
        helper.start()
        try:
            with Chromium(copy_extension(folder, helper.port, (ANY_HOST,)), stage.port) as browser:
                browser.ask({"kind": "pair", "line": helper.pair("soak")})
                browser.ask({"kind": "switch-on", "origin": ANY_HOST})
                end = time.monotonic() + seconds
                while time.monotonic() < end:
                    fault = chance.choice(FAULTS)
                    came[fault] += 1
                    tab = browser.open(f"{ANY_HOST}/form")
                    text = f"{chance.choice((FLAGGED, 'Proud of my work'))} {mark} {sum(came.values())}"
                    half = len(text) // 2
                    tab.type(text[:half])
                    if fault == "page closed":
                        tab.close()
                        tab = browser.open(f"{ANY_HOST}/form")
                        tab.type(text[:half])
                    elif fault == "background ended":
                        browser.stop_background()
                    elif fault == "helper killed":
                        helper.kill()
                    elif fault == "helper back":
                        helper.kill()
                        helper.start()
                    tab.type(text[half:])
                    broken += _post(tab, text)
                    tab.close()
                    if fault == "helper killed":
                        helper.start()
        finally:
            helper.stop()
        hits = [*search.hits(folder), *search.everywhere()]
    print(f"in the browser: {sum(came.values())} posts, {dict(came)}; {len(broken)} not as they were written")
    return [*broken, *(["text on disk beside the browser"] if hits else [])]


def _post(tab: Tab, text: str) -> list[str]:
    """Post it, past the question where there is one; whether it went out as it was written."""
    if tab.model() != text:
        return ["a draft that was changed"]
    tab.click("button", "Reply")
    end = time.monotonic() + ASKED_S
    while not tab.posts() and time.monotonic() < end:
        if tab.find("button", say("gate_anyway")):
            tab.click("button", say("gate_anyway"))
            tab.gone("button", say("gate_anyway"))
            tab.click("button", "Reply")
        time.sleep(0.05)
    return [] if tab.posts() == [text] else ["a post that did not go out as it was written"]
