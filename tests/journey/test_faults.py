"""When something breaks: the post goes out, and Postil says that it was not checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from journey.drivers import EACH, START
from journey.scenes import ANY_HOST, FLAGGED, say
from journey.stage import Stage
from journey.tab import Browser
from journey.world import Helper, copy_extension, free_port


@dataclass(frozen=True)
class Pair:
    """A helper and a browser of their own, to be broken."""

    helper: Helper
    browser: Browser


@pytest.fixture(params=EACH)
def unpaired(request: pytest.FixtureRequest, tmp_path: Path, stage: Stage) -> Iterator[Pair]:
    """Both, strangers to each other."""
    helper = Helper(tmp_path, free_port())
    helper.start()
    try:
        with START[request.param](copy_extension(tmp_path, helper.port, (ANY_HOST,)), stage) as browser:
            yield Pair(helper, browser)
    finally:
        helper.stop()


@pytest.fixture
def fragile(unpaired: Pair) -> Pair:
    """Both, paired, and switched on."""
    assert unpaired.browser.ask({"kind": "pair", "line": unpaired.helper.pair()})["ok"]
    assert unpaired.browser.ask({"kind": "switch-on", "origin": ANY_HOST})["ok"]
    return unpaired


def test_the_helper_dies_while_somebody_types(fragile: Pair) -> None:
    helper, browser = fragile.helper, fragile.browser
    tab = browser.open(f"{ANY_HOST}/form")
    tab.type(FLAGGED[:20])
    helper.kill()
    tab.type(FLAGGED[20:])
    tab.wait_for("button", say("chip_unchecked"))
    tab.click("button", "Reply")
    tab.wait_posts(FLAGGED)


def test_the_helper_comes_back(fragile: Pair) -> None:
    helper, browser = fragile.helper, fragile.browser
    helper.kill()
    tab = browser.open(f"{ANY_HOST}/form")
    tab.type(FLAGGED[:-1])
    tab.wait_for("button", say("chip_unchecked"))
    helper.start()
    tab.type(FLAGGED[-1])
    tab.wait_marked()


def test_the_background_stops_while_somebody_types(fragile: Pair) -> None:
    browser = fragile.browser
    tab = browser.open(f"{ANY_HOST}/form")
    tab.type(FLAGGED[:20])
    browser.stop_background()
    tab.type(FLAGGED[20:])
    tab.wait_marked()
    tab.click("button", "Reply")
    tab.wait_for("button", say("gate_anyway"))
    assert tab.posts() == []


def test_an_unpaired_browser_says_so_and_posts(unpaired: Pair) -> None:
    tab = unpaired.browser.open("https://x.com/x")
    tab.type(FLAGGED)
    tab.wait_for("button", say("chip_unchecked"))
    tab.click("button", "Post")
    tab.wait_posts(FLAGGED)
