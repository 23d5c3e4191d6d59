"""When something breaks: the post goes out, and Postil says that it was not checked."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from journey.browser import Browser
from journey.drivers import EACH, START
from journey.scenes import ANY_HOST, FLAGGED, say
from journey.stage import Stage
from journey.tab import Tab
from journey.world import Helper, copy_extension, free_port

NUMBERS = itertools.count(1)


@dataclass(frozen=True)
class Pair:
    """A helper and a browser of their own, to be broken."""

    helper: Helper
    browser: Browser


@pytest.fixture(scope="module", params=EACH)
def strangers(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, stage: Stage
) -> Iterator[Pair]:
    """Both, not paired."""
    folder = tmp_path_factory.mktemp("fragile")
    helper = Helper(folder, free_port())
    helper.start()
    try:
        with START[request.param](copy_extension(folder, helper.port, (ANY_HOST,)), stage) as browser:
            yield Pair(helper, browser)
    finally:
        helper.stop()


@pytest.fixture
def fragile(strangers: Pair) -> Iterator[Pair]:
    """Both, paired, and switched on; strangers again at the end."""
    helper, browser = strangers.helper, strangers.browser
    answer = browser.ask({"kind": "pair", "line": helper.pair(f"fragile {next(NUMBERS)}")})
    assert answer["ok"], answer
    assert browser.ask({"kind": "switch-on", "origin": ANY_HOST})["ok"]
    yield strangers
    if helper.process is None or helper.process.poll() is not None:
        helper.start()
    browser.ask({"kind": "forget"})


@pytest.fixture
def tab(fragile: Pair) -> Iterator[Tab]:
    """A form on a forum."""
    tab = fragile.browser.open(f"{ANY_HOST}/form")
    yield tab
    tab.close()


def test_an_unpaired_browser_says_so_and_posts(strangers: Pair) -> None:
    tab = strangers.browser.open("https://x.com/x")
    tab.type(FLAGGED)
    tab.wait_for("button", say("chip_unchecked"))
    tab.click("button", "Post")
    tab.wait_posts(FLAGGED)
    tab.close()


def test_the_helper_dies_while_somebody_types(fragile: Pair, tab: Tab) -> None:
    tab.type(FLAGGED[:20])
    fragile.helper.kill()
    tab.type(FLAGGED[20:])
    tab.wait_for("button", say("chip_unchecked"))
    tab.click("button", "Reply")
    tab.wait_posts(FLAGGED)


def test_the_helper_comes_back(fragile: Pair, tab: Tab) -> None:
    fragile.helper.kill()
    tab.type(FLAGGED[:-1])
    tab.wait_for("button", say("chip_unchecked"))
    fragile.helper.start()
    tab.type_until_marked(FLAGGED[-1])


def test_the_background_stops_while_somebody_types(fragile: Pair, tab: Tab) -> None:
    tab.type(FLAGGED[:20])
    fragile.browser.stop_background()
    tab.type_until_marked(FLAGGED[20:])
    tab.click("button", "Reply")
    tab.wait_for("button", say("gate_anyway"))
    assert tab.posts() == []
