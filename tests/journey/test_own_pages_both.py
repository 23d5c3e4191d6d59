"""Popup and options in every browser: paired by hand, read, switched, set. What axe says is told in Chromium."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from journey.browser import Browser
from journey.scenes import ANY_HOST, FLAGGED, say
from journey.tab import Tab
from journey.world import Helper

POPUP = "popup/popup.html"
OPTIONS = "options/options.html"
HOST = ANY_HOST.removeprefix("https://")


def reads(page: Tab, words: str) -> None:
    """Wait until a page of ours shows some words."""
    page.wait_until("(words) => document.body.innerText.includes(words)", words)


@pytest.fixture
def post(browser: Browser) -> Iterator[Tab]:
    """A post under way, with a note."""
    tab = browser.open(f"{ANY_HOST}/form")
    tab.type_until_marked(FLAGGED)
    yield tab
    tab.close()


def test_the_popup_lists_the_notes_and_opens_one(browser: Browser, post: Tab) -> None:
    with browser.page(POPUP) as popup:
        reads(popup, say("state_checked", HOST))
        assert popup.evaluate("() => document.querySelectorAll('.finding.warning').length") == 1
        popup.evaluate("() => document.querySelector('.finding button').focus()")
        popup.press("Enter")
        post.front()
        post.wait_for("button", say("card_dismiss"))


def test_the_policy_is_read_and_searched_by_keyboard(browser: Browser) -> None:
    with browser.page(POPUP) as popup:
        popup.click("tab", say("tab_policy"))
        for key, name in [
            ("ArrowRight", "tab_contacts"),
            ("End", "tab_reminders"),
            ("ArrowLeft", "tab_contacts"),
        ]:
            popup.press(key)
            assert popup.focused() == say(name)
        popup.click("tab", say("tab_policy"))
        popup.wait_until("() => document.querySelectorAll('.clause').length > 10")
        popup.evaluate("() => document.getElementById('search').focus()")
        popup.write("no such words")
        reads(popup, say("policy_found_none", "no such words"))


def test_a_site_is_switched_off_and_on(browser: Browser, post: Tab) -> None:
    with browser.page(POPUP) as popup:
        reads(popup, say("state_checked", HOST))
        popup.evaluate("() => document.getElementById('site-switch').focus()")
        popup.press("Space")
        reads(popup, say("state_off", HOST))
        post.front()
        post.wait_clear()
        popup.front()
        popup.press("Space")
        reads(popup, say("state_checked", HOST))


def test_forgotten_and_paired_by_hand(browser: Browser, helper: Helper) -> None:
    line = helper.pair(f"{browser.name} by hand")
    slip = line[:-6] + ("A" if line[-6] != "A" else "B") + line[-5:]
    with browser.page(OPTIONS) as page:
        page.click("button", say("pair_forget"))
        page.click("button", say("pair_forget_yes"))
        reads(page, say("pair_not"))
        reads(page, say("pair_forgotten"))
        page.wait_focused(say("pair_label"))
        for wrong, said in [("hello", "pair_line_form"), (slip, "pair_line_slip")]:
            page.click("textbox", say("pair_label"))
            page.press("Control+a")
            page.write(wrong)
            page.press("Enter")
            reads(page, say(said))
        page.click("textbox", say("pair_label"))
        page.press("Control+a")
        page.write(line.lower())
        page.press("Enter")
        reads(page, say("pair_connected"))
    assert browser.ask({"kind": "helper-state"})["state"] == "ok"


def test_a_setting_is_kept(browser: Browser) -> None:
    with browser.page(OPTIONS) as page:
        page.wait_until("() => document.querySelectorAll('#institution option').length > 3")
        page.evaluate("() => document.getElementById('role').focus()")
        before = page.evaluate("() => document.getElementById('role').value")
        assert before == "student"
        page.press(
            "ArrowUp" if page.evaluate("() => document.getElementById('role').selectedIndex") else "ArrowDown"
        )
        reads(page, say("options_saved"))
    with browser.page(OPTIONS) as page:
        page.wait_until("() => document.getElementById('role')?.value === 'staff'")
    browser.ask({"kind": "save-settings", "settings": {"role": "student"}})


def test_somebody_works_through_the_night(browser: Browser) -> None:
    set_to = """([id, value]) => { const field = document.getElementById(id); field.value = value;
      field.dispatchEvent(new Event('change')); }"""
    with browser.page(OPTIONS) as page:
        page.wait_for("checkbox", say("hours_on"))
        page.evaluate("() => document.querySelector('#hours-body input').focus()")
        page.press("Space")
        reads(page, say("options_saved"))
        page.evaluate(set_to, ["hours-to", "09:00"])
        reads(page, say("hours_wrong"))
        page.evaluate(set_to, ["hours-from", "22:00"])
        reads(page, say("hours_night"))
        page.wait_until("(words) => !document.body.innerText.includes(words)", say("hours_wrong"))
    kept = browser.ask({"kind": "settings"})["setup"]["settings"]["hours"]
    assert kept == {"on": True, "days": [1, 2, 3, 4, 5], "from": "22:00", "to": "09:00"}
    given_up = {"on": False, "days": [1, 2, 3, 4, 5], "from": "09:00", "to": "17:00"}
    browser.ask({"kind": "save-settings", "settings": {"hours": given_up}})
