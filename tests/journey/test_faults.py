"""When something breaks: the post goes out, and Postil says that it was not checked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from journey.chromium import Chromium
from journey.scenes import ANY_HOST, FLAGGED, say
from journey.stage import Stage
from journey.world import Helper, copy_extension, free_port


@pytest.fixture
def fragile(tmp_path: Path, stage: Stage) -> Iterator[tuple[Helper, Chromium]]:
    """A helper and a browser of their own, to be broken."""
    helper = Helper(tmp_path, free_port())
    helper.start()
    with Chromium(copy_extension(tmp_path, helper.port, (ANY_HOST,)), stage.port) as browser:
        assert browser.ask({"kind": "pair", "line": helper.pair()})["ok"]
        assert browser.ask({"kind": "switch-on", "origin": ANY_HOST})["ok"]
        yield helper, browser
    helper.stop()


def test_the_helper_dies_while_somebody_types(fragile: tuple[Helper, Chromium]) -> None:
    helper, browser = fragile
    tab = browser.open(f"{ANY_HOST}/form")
    tab.type(FLAGGED[:20])
    helper.kill()
    tab.type(FLAGGED[20:])
    tab.wait_for("button", say("chip_unchecked"))
    tab.click("button", "Reply")
    tab.page.wait_for_timeout(200)
    assert tab.posts() == [FLAGGED]


def test_the_helper_comes_back(fragile: tuple[Helper, Chromium]) -> None:
    helper, browser = fragile
    helper.kill()
    tab = browser.open(f"{ANY_HOST}/form")
    tab.type(FLAGGED[:-1])
    tab.wait_for("button", say("chip_unchecked"))
    helper.start()
    tab.type(FLAGGED[-1])
    tab.wait_marked()


def test_the_background_stops_while_somebody_types(fragile: tuple[Helper, Chromium]) -> None:
    _, browser = fragile
    tab = browser.open(f"{ANY_HOST}/form")
    tab.type(FLAGGED[:20])
    browser.stop_background()
    tab.type(FLAGGED[20:])
    tab.wait_marked()
    tab.click("button", "Reply")
    tab.wait_for("button", say("gate_anyway"))
    assert tab.posts() == []


def test_an_unpaired_browser_says_so_and_posts(tmp_path: Path, stage: Stage) -> None:
    helper = Helper(tmp_path, free_port())
    helper.start()
    with Chromium(copy_extension(tmp_path, helper.port), stage.port) as browser:
        tab = browser.open("https://x.com/x")
        tab.type(FLAGGED)
        tab.wait_for("button", say("chip_unchecked"))
        tab.click("button", "Post")
        tab.page.wait_for_timeout(200)
        assert tab.posts() == [FLAGGED]
    helper.stop()
