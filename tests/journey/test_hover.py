"""A card that opened under the pointer: there as long as the pointer is at its words or in it, and no longer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from journey.browser import Browser
from journey.pointer import point
from journey.scenes import ANY_HOST, FLAGGED, say
from journey.tab import HIGHLIGHTS, Tab

WORDS = f"""() => {{ const [range] = {HIGHLIGHTS}.flatMap((one) => [...one]);
  const box = range.getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2]; }}"""
"""The middle of the marked words."""

FAR = (500, 600)
"""A point at which nothing of ours stands."""

LONGER_MS = 1200
"""Longer than a pointer may be away."""


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """A draft with a card that the pointer has opened."""
    tab = browser.open(f"{ANY_HOST}/editable")
    tab.type(FLAGGED)
    tab.wait_marked()
    point(tab, *FAR)
    point(tab, *tab.evaluate(WORDS))
    tab.wait_for("dialog", say("card_label_one"))
    yield tab
    tab.close()


def test_a_card_goes_when_the_pointer_has_left_the_words(tab: Tab) -> None:
    point(tab, *FAR)
    tab.gone("dialog", say("card_label_one"))
    tab.write("!")
    tab.wait_model(FLAGGED + "!")


def test_a_card_goes_when_the_pointer_has_been_in_it_and_has_left_it(tab: Tab) -> None:
    point(tab, *tab.middle(tab.wait_for("button", say("card_dismiss"))))
    tab.pause(LONGER_MS)
    tab.wait_for("dialog", say("card_label_one"), timeout_ms=4000)  # it stays under the pointer
    point(tab, *FAR)
    tab.gone("dialog", say("card_label_one"))
    assert tab.marked(), "nothing was put aside"


def test_a_card_that_the_keyboard_has_taken_stays(tab: Tab) -> None:
    tab.press("Alt+Shift+P")
    tab.wait_focused(say("card_dismiss"))
    point(tab, *FAR)
    tab.pause(LONGER_MS)
    tab.press("Delete")
    tab.wait_clear()  # what is in front was put aside: the key came to the card
    tab.wait_model(FLAGGED)
