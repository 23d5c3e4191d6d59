"""Whoever has the helper's port first sees ciphertext, and cannot have the extension believe it; nor can one in between."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from helper.server.traces import finds
from journey.browser import Browser
from journey.drivers import EACH, START
from journey.impostor import ANSWERS, Answer, Impostor, relay
from journey.scenes import ANY_HOST, say
from journey.stage import Stage
from journey.watch import Watch
from journey.world import Helper, copy_extension, free_port

MARK = "Zuurkoolgeheimpje-eeß-4711"
TEXT = f"Namens het UMC Utrecht: {MARK}"


@pytest.fixture(scope="module", params=EACH)
def paired(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, stage: Stage
) -> Iterator[tuple[Browser, Helper]]:
    """A browser that was paired with a helper which is no longer there."""
    folder = tmp_path_factory.mktemp("impostor")
    helper = Helper(folder, free_port())
    helper.start()
    try:
        with START[request.param](copy_extension(folder, helper.port, (ANY_HOST,)), stage) as browser:
            assert browser.ask({"kind": "pair", "line": helper.pair("browser")})["ok"]
            assert browser.ask({"kind": "switch-on", "origin": ANY_HOST})["ok"]
            helper.kill()
            yield browser, helper
    finally:
        helper.stop()


def write_and_post(browser: Browser) -> None:
    """Write the marked text: it is not checked, and goes out."""
    tab = browser.open(f"{ANY_HOST}/form")
    tab.type(TEXT)
    tab.wait_for("button", say("chip_unchecked"), timeout_ms=15_000)
    assert tab.marked() == []
    tab.click("button", "Reply")
    tab.wait_posts(TEXT)
    tab.close()


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_an_impostor_reads_no_word_and_is_not_believed(
    paired: tuple[Browser, Helper], answer: Answer
) -> None:
    browser, helper = paired
    with Impostor(helper.port, answer) as impostor:
        write_and_post(browser)
    heard = b"".join(impostor.heard)
    assert b"POST /v1/check" in heard, "nothing came: this test would prove nothing"
    assert finds(heard, MARK) == []
    assert finds(heard, "UMC Utrecht") == []


def test_one_in_between_gets_no_answer_out_of_the_helper(paired: tuple[Browser, Helper]) -> None:
    """The true helper runs on another port, with the same keys, and everything is handed on to it as it should be."""
    browser, helper = paired
    elsewhere = helper.moved(free_port())
    elsewhere.start()
    try:
        watch = Watch(elsewhere, f"watch {browser.name}")
        here, there = (f"127.0.0.1:{one.port}".encode() for one in (helper, elsewhere))
        answer = relay(elsewhere.port, lambda request: request.replace(here, there))
        with watch.counting() as refused, Impostor(helper.port, answer) as impostor:
            write_and_post(browser)
        assert refused["seal"] > 0, "its bound data name the port that it was meant for"
        assert set(refused) == {"seal"}
        assert finds(b"".join(impostor.heard), MARK) == []
    finally:
        elsewhere.stop()
