"""Without a mouse, and by what a screen reader is told: a note is found, read, applied, put aside, and the post sent."""

from __future__ import annotations

import pytest

from journey.browser import Browser
from journey.scenes import FLAGGED, say
from journey.tab import POLL_S, Tab

CASE = "The lady in bed 4, 82, is finally going home after three weeks with us. "
"""A patient's case: a warning, and a sentence to take out."""

MOST_STEPS = 40
PAGES = ("https://x.com/x", "https://mastodon.social/mastodon")


def step_to(tab: Tab, name: str, key: str = "Tab") -> None:
    """Go on with the keyboard until what has the focus is called so.

    Raises:
        AssertionError: it cannot be reached.
    """
    passed = []
    for _ in range(MOST_STEPS):
        if (now := tab.focused()) == name:
            return
        passed.append(now)
        tab.press(key)
    raise AssertionError(f"No way to {name!r} by {key}; there were {passed}")


def hears(tab: Tab, words: str) -> None:
    """Wait until a screen reader finds these words on the page, outside what is typed."""
    for _ in range(round(5 / POLL_S)):
        if any(words in node.name for node in tab.nodes()):
            return
        tab.pause(POLL_S * 1000)
    raise AssertionError(f"{words!r} is told to nobody; there are {[node.name for node in tab.nodes()]}")


@pytest.mark.parametrize("url", PAGES, ids=["x", "mastodon"])
def test_the_whole_way_without_a_mouse(browser: Browser, url: str) -> None:
    tab = browser.open(url)
    step_to(tab, tab.evaluate("() => window.stage.find().getAttribute('aria-label') ?? ''") or "What")
    tab.write(CASE + FLAGGED)
    tab.wait_marked()
    hears(tab, say("card_announce_many", 2))

    tab.press("Alt+Shift+P")
    tab.wait_for("dialog", say("card_label_many", 2))
    hears(tab, say("card_warning"))
    assert tab.find("heading", "This reads like a patient's case")
    tab.wait_focused(say("card_fix_remove_sentence"))  # the safest deed
    tab.press("ArrowDown")
    hears(tab, say("card_position", 2, 2))
    tab.press("ArrowUp")
    hears(tab, say("card_position", 1, 2))
    tab.press("Enter")
    tab.wait_model(FLAGGED)
    hears(tab, say("card_done"))
    tab.press("Control+z")
    tab.wait_model(CASE + FLAGGED)

    tab.wait_for("button", say("chip_open", say("chip_many", 2)))
    tab.press("Alt+Shift+P")
    tab.wait_for("dialog", say("card_label_many", 2))
    tab.press("Delete")
    tab.wait_for("dialog", say("card_label_one"))
    assert tab.find("heading", "This speaks as the institution")
    assert tab.focused() == say("card_dismiss")
    step_to(tab, say("card_more"))
    tab.press("Enter")
    step_to(tab, say("card_why"))
    tab.press("Escape")
    tab.press("Control+End")
    tab.write("!")
    tab.wait_model(CASE + FLAGGED + "!")

    step_to(tab, "Post")
    tab.press("Enter")
    tab.wait_for("alertdialog", say("gate_title"))
    assert tab.focused() == say("gate_back")
    assert tab.posts() == []
    step_to(tab, say("gate_anyway"))
    tab.press("Enter")
    tab.gone("button", say("gate_anyway"))
    hears(tab, say("gate_again"))
    assert tab.focused() == "Post", "the site's own button has the focus again"
    tab.press("Enter")
    tab.wait_posts(CASE + FLAGGED + "!")
    tab.close()
