"""Popup and options: what they say in each state, by keyboard, in both languages; what axe finds in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from journey.chromium import Chromium
from journey.scenes import ANY_HOST, FLAGGED, say
from journey.stage import Stage
from journey.world import ROOT, Helper, copy_extension, free_port

AXE = ROOT / "extension" / "node_modules" / "axe-core" / "axe.min.js"
POPUP = "popup/popup.html"
OPTIONS = "options/options.html"
SMALL = """() => [...document.querySelectorAll('button:not(.link), select, [type=text], [type=search]')]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 32).map((one) => one.id)"""
"""Targets that are less than 32 px high."""
KEYS = [
    ("ArrowRight", "contacts"),
    ("End", "reminders"),
    ("ArrowRight", "post"),
    ("ArrowLeft", "reminders"),
    ("Home", "post"),
]
"""From the policy: a key, and the tab that it leads to."""


@pytest.fixture
def browser(chromium: Chromium) -> Chromium:
    """Chromium alone: what axe finds and how a page fits does not differ; Firefox has `test_own_pages_both.py`."""
    return chromium


@pytest.fixture
def settings(browser: Chromium) -> Iterator[Chromium]:
    """The browser, with its settings as they were once the test is over."""
    yield browser
    browser.ask(
        {"kind": "save-settings", "settings": {"language": "auto", "role": "student", "institution": None}}
    )


@pytest.fixture
def bare(tmp_path: Path, stage: Stage) -> Iterator[tuple[Chromium, Helper]]:
    """A browser that is not paired, and a helper to pair it with."""
    helper = Helper(tmp_path, free_port())
    helper.start()
    try:
        with Chromium(copy_extension(tmp_path, helper.port, (ANY_HOST,)), stage.port) as browser:
            yield browser, helper
    finally:
        helper.stop()


def faults(page: Page) -> list[dict[str, Any]]:
    """What axe finds that is serious or worse."""
    page.evaluate(AXE.read_text())
    found = page.evaluate("async () => (await axe.run(document, {resultTypes: ['violations']})).violations")
    return [
        {"rule": fault["id"], "nodes": [(node["target"], node["failureSummary"]) for node in fault["nodes"]]}
        for fault in found
        if fault["impact"] in {"serious", "critical"}
    ]


def ready(page: Page, path: str, language: str) -> None:
    """Wait until a page of ours shows its words."""
    last = "[role=tab][aria-selected=true]" if path == POPUP else "#version:not(:empty)"
    expect(page.locator(f"html[lang={language}] {last}")).to_have_count(1)


def popup(browser: Chromium, url: str | None = f"{ANY_HOST}/form") -> Page:
    """The popup, about a page that stands open (or about none)."""
    if url:
        page = browser.context.new_page()
        page.goto(url)
        page.wait_for_timeout(300)
    shown = browser.extension_page(POPUP).page
    expect(shown.locator("[role=tab][aria-selected=true]")).to_have_count(1)
    return shown


def close_all(browser: Chromium) -> None:
    """Close every page but the first."""
    for page in browser.context.pages[1:]:
        page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("path", [POPUP, OPTIONS])
def test_axe_finds_nothing_serious(settings: Chromium, path: str, language: str, scheme: Any) -> None:  # noqa: ANN401 - playwright's literal
    settings.ask({"kind": "save-settings", "settings": {"language": language}})
    page = settings.context.new_page()
    page.emulate_media(color_scheme=scheme)
    page.goto(f"chrome-extension://{settings.id}/{path}")
    ready(page, path, language)
    tabs = page.locator("[role=tab]")
    for at in range(tabs.count() or 1):
        if tabs.count():
            tabs.nth(at).click()
        assert faults(page) == []
    assert page.locator("html").get_attribute("lang") == language
    page.close()


def test_the_tabs_go_by_keyboard(browser: Chromium) -> None:
    page = popup(browser)
    page.locator("#tab-policy").focus()
    for key, tab in KEYS:
        page.keyboard.press(key)
        expect(page.locator(f"#tab-{tab}")).to_be_focused()
        expect(page.locator(f"#panel-{tab}")).to_be_visible()
        assert page.locator("[role=tabpanel]:visible").count() == 1
    close_all(browser)


def test_the_policy_is_searched_and_shown_at_a_clause(browser: Chromium) -> None:
    page = popup(browser)
    clauses = page.locator(".clause").count()
    assert clauses > 10
    page.locator("#search").fill("consent")
    assert 0 < page.locator(".clause").count() < clauses
    page.locator("#search").fill("no such words here")
    expect(page.locator("#found")).to_contain_text("no such words here")
    page.goto(f"chrome-extension://{browser.id}/{POPUP}?clause=umc-utrecht/3-medical-secrecy")
    here = page.locator(".clause.here")
    expect(here).to_be_in_viewport()
    expect(here).to_be_focused()
    close_all(browser)


def test_a_page_is_switched_off_and_on_and_paused(browser: Chromium) -> None:
    page = popup(browser)
    host = ANY_HOST.removeprefix("https://")
    state = page.locator("#state")
    expect(state).to_contain_text(say("state_checked", host))
    page.locator("#site-switch").click()
    expect(state).to_contain_text(say("state_off", host))
    page.locator("#site-switch").click()
    expect(state).to_contain_text(say("state_checked", host))
    page.get_by_role("button", name=say("action_pause")).click()
    expect(state).to_contain_text(say("state_paused"))
    page.get_by_role("button", name=say("action_resume")).click()
    expect(state).to_contain_text(say("state_checked", host))
    close_all(browser)


def test_a_site_that_is_not_on_offers_itself(browser: Chromium) -> None:
    host = ANY_HOST.removeprefix("https://")
    browser.ask({"kind": "remove-site", "pattern": f"{ANY_HOST}/*"})
    page = popup(browser)
    expect(page.locator("#state")).to_contain_text(say("state_unknown", host))
    page.get_by_role("button", name=say("action_switch_on", host)).click()
    expect(page.locator("#state")).to_contain_text(say("state_checked", host))
    close_all(browser)


def test_the_post_in_front_is_listed_and_its_card_opens(browser: Chromium) -> None:
    tab = browser.open(f"{ANY_HOST}/form")
    tab.type(FLAGGED)
    tab.wait_marked()
    page = browser.extension_page(POPUP).page
    expect(page.locator("#tab-post")).to_have_attribute("aria-selected", "true")
    expect(page.locator(".finding.warning")).to_have_count(1)
    page.locator(".finding button").first.click()
    tab.wait_for("button", say("card_dismiss"))
    close_all(browser)


def test_pairing_by_hand_and_forgetting(bare: tuple[Chromium, Helper]) -> None:
    browser, helper = bare
    page = browser.extension_page(POPUP).page
    expect(page.locator("#state")).to_contain_text(say("state_unchecked_all"))
    page.goto(f"chrome-extension://{browser.id}/{OPTIONS}")
    line = helper.pair()
    field = page.get_by_label(say("pair_label"))
    slip = line[:-6] + ("A" if line[-6] != "A" else "B") + line[-5:]
    for wrong, said in [("hello", "pair_line_form"), (slip, "pair_line_slip")]:
        field.fill(wrong)
        field.press("Enter")
        expect(page.locator("#pair-message")).to_have_text(say(said))
    field.fill(line.lower())
    field.press("Enter")
    expect(page.locator("#connection")).to_contain_text(say("pair_connected"))
    assert page.locator("#institution option").count() > 3
    page.get_by_role("button", name=say("pair_forget")).click()
    page.get_by_role("button", name=say("pair_forget_yes")).click()
    expect(page.locator("#connection")).to_contain_text(say("pair_not"))
    assert browser.ask({"kind": "helper-state"}) == {"state": "not-paired"}


def test_the_policy_is_readable_while_the_helper_is_away(bare: tuple[Chromium, Helper]) -> None:
    browser, helper = bare
    browser.ask({"kind": "pair", "line": helper.pair()})
    helper.kill()
    page = popup(browser)
    expect(page.locator("#state")).to_contain_text(say("remedy_helper_away"))
    expect(page.locator("#found")).to_have_text(say("policy_kept"))
    assert page.locator(".clause").count() > 10


def test_options_are_saved_as_they_are_set(settings: Chromium) -> None:
    page = settings.extension_page(OPTIONS).page
    page.locator("#institution").select_option("leeds")
    expect(page.locator("#status")).to_have_text(say("options_saved"))
    page.locator("#role").select_option("staff")
    page.locator("#language").select_option("nl")
    expect(page.locator("#h-you")).to_have_text(say("options_you", language="nl"))
    page.reload()
    expect(page.locator("#institution")).to_have_value("leeds")
    expect(page.locator("#role")).to_have_value("staff")
    page.close()
    shown = popup(settings, None)
    expect(shown.locator("#institution")).to_contain_text("Leeds")
    close_all(settings)


@pytest.mark.parametrize("path", [POPUP, OPTIONS])
def test_nothing_is_cut_off_in_a_narrow_window(settings: Chromium, path: str) -> None:
    settings.ask({"kind": "save-settings", "settings": {"language": "nl"}})
    page = settings.context.new_page()
    page.set_viewport_size({"width": 320, "height": 480})
    page.goto(f"chrome-extension://{settings.id}/{path}")
    ready(page, path, "nl")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    small = page.evaluate(SMALL)
    assert small == []
    page.close()
