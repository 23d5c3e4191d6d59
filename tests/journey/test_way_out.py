"""Nobody is kept from posting: where nothing can be shown, or Postil is off, a press goes through as it always did."""

from __future__ import annotations

from journey.browser import Browser
from journey.scenes import ANY_HOST, FLAGGED, say

DIALOGS = 34
"""More than the times that the page may take our element away."""

OPEN = """text => {
  const dialog = document.body.appendChild(document.createElement("dialog"));
  const field = document.createElement("textarea");
  Object.assign(field.style, { width: "300px", height: "80px" });
  dialog.append(field);
  dialog.show();
  field.focus();
}"""
CLOSE = """() => {
  document.querySelector("dialog").remove();
  document.querySelector("#editor").focus();
}"""
NO_NOTES = """() => new MutationObserver(() => document.querySelector("margin-note")?.remove())
  .observe(document, { childList: true, subtree: true })"""


def test_after_many_dialogs_the_card_is_still_there(browser: Browser) -> None:
    tab = browser.open(f"{ANY_HOST}/form")
    tab.type("Hello")
    for _ in range(DIALOGS):
        tab.evaluate(OPEN)
        tab.write("Hello")
        tab.wait_until("() => document.querySelector('dialog margin-note') !== null")
        tab.evaluate(CLOSE)
        tab.write("!")
        tab.wait_until("() => document.querySelector('body > margin-note') !== null")
    tab.type(FLAGGED)
    tab.wait_marked()
    tab.click("button", "Reply")
    tab.wait_for("button", say("gate_anyway"))
    assert tab.posts() == []
    tab.close()


def test_a_page_that_takes_our_card_away_is_posted_on(browser: Browser) -> None:
    tab = browser.open(f"{ANY_HOST}/form")
    tab.evaluate(NO_NOTES)
    tab.type(FLAGGED)
    tab.wait_marked()
    tab.click("button", "Reply")
    tab.pause(300)
    tab.click("button", "Reply")
    tab.wait_posts(FLAGGED)
    tab.close()


def test_a_draft_on_hold_is_posted_once_the_site_is_off(browser: Browser) -> None:
    tab = browser.open(f"{ANY_HOST}/form")
    tab.type(FLAGGED)
    tab.wait_marked()
    tab.click("button", "Reply")
    tab.click("button", say("gate_hold", 20))
    tab.gone("button", say("gate_hold", 20))
    try:
        assert browser.ask({"kind": "switch-off", "origin": ANY_HOST})["ok"]
        tab.wait_clear()
        tab.click("button", "Reply")
        tab.wait_posts(FLAGGED)
    finally:
        assert browser.ask({"kind": "switch-on", "origin": ANY_HOST})["ok"]
        tab.close()


def test_a_question_goes_when_the_site_is_switched_off(browser: Browser) -> None:
    tab = browser.open(f"{ANY_HOST}/form")
    tab.type(FLAGGED)
    tab.wait_marked()
    tab.click("button", "Reply")
    tab.wait_for("button", say("gate_anyway"))
    try:
        assert browser.ask({"kind": "switch-off", "origin": ANY_HOST})["ok"]
        tab.gone("button", say("gate_anyway"))
        tab.click("button", "Reply")
        tab.wait_posts(FLAGGED)
    finally:
        assert browser.ask({"kind": "switch-on", "origin": ANY_HOST})["ok"]
        tab.close()
