"""While somebody types: read, underlined, told, mended, undone."""

from __future__ import annotations

import pytest

from journey.chromium import Chromium, Tab
from journey.scenes import ANY_HOST, CLEAN, FLAGGED, Scene, say

REMOVABLE = "De mevrouw op kamer 12, 82 jaar, mag na drie weken eindelijk naar huis"
"""A patient's case: its fix takes the marked words out."""


def open_card(tab: Tab) -> None:
    """Open the card by its keyboard shortcut."""
    tab.press("Alt+Shift+P")
    tab.wait_for("button", say("card_dismiss"))


def test_what_the_policy_speaks_of_is_underlined(tab: Tab) -> None:
    tab.type("Een lange dag 🎉. " + FLAGGED)
    tab.wait_marked()
    assert tab.model() == "Een lange dag 🎉. " + FLAGGED


def test_what_the_policy_allows_is_not(tab: Tab) -> None:
    tab.type(CLEAN)
    tab.page.wait_for_timeout(900)
    assert tab.marked() == []
    assert tab.find("button", say("chip_one")) is None


def test_the_marks_are_the_words_and_follow_typing(browser: Chromium) -> None:
    tab = browser.open(f"{ANY_HOST}/editable")
    tab.type("👩‍⚕️ Zeg! " + FLAGGED)
    tab.wait_marked()
    before = tab.marked()
    assert all(words in FLAGGED for words in before)
    tab.press("Control+Home")
    tab.page.keyboard.type("Nou. ")
    assert tab.marked() == before, "marks move along while nothing has been checked anew"
    tab.page.wait_for_timeout(700)
    assert tab.marked() == before
    tab.close()


def test_one_press_mends_and_undo_takes_it_back(tab: Tab, scene: Scene) -> None:
    tab.type(REMOVABLE)
    tab.wait_marked()
    tab.page.wait_for_timeout(scene.undo_ms)
    open_card(tab)
    tab.click("button", say("card_fix_remove"))
    tab.page.wait_for_function("(text) => window.stage.model() !== text", arg=REMOVABLE)
    tab.page.wait_for_timeout(300)
    mended = tab.model()
    assert len(mended) < len(REMOVABLE)
    rest = iter(REMOVABLE)
    assert all(letter in rest for letter in mended), "a fix takes out and adds nothing"
    tab.focus()
    tab.press("Control+z")
    tab.page.wait_for_function("(text) => window.stage.model() === text", arg=REMOVABLE)


def test_the_editor_goes_on_working_after_a_fix(tab: Tab) -> None:
    tab.type(REMOVABLE)
    tab.wait_marked()
    open_card(tab)
    tab.click("button", say("card_fix_remove"))
    tab.page.wait_for_function("(text) => window.stage.model() !== text", arg=REMOVABLE)
    tab.page.wait_for_timeout(300)
    mended = tab.model()
    tab.type(" en ook")
    tab.press("ArrowLeft", "ArrowRight", "Backspace")
    tab.page.wait_for_timeout(100)
    assert tab.model() == mended + " en oo"


def test_dismissed_stays_dismissed_for_that_text(tab: Tab) -> None:
    tab.type(FLAGGED)
    tab.wait_marked()
    open_card(tab)
    tab.click("button", say("card_dismiss"))
    tab.wait_clear()
    tab.type(" hoor")
    tab.page.wait_for_timeout(700)
    assert tab.marked() == []
    assert tab.posts() == []


def test_escape_returns_to_the_caret(tab: Tab) -> None:
    tab.type(FLAGGED)
    tab.wait_marked()
    open_card(tab)
    tab.press("Escape")
    tab.gone("button", say("card_dismiss"))
    tab.page.keyboard.type("!")
    tab.page.wait_for_timeout(100)
    assert tab.model() == FLAGGED + "!"


def test_nothing_of_ours_stands_in_the_editor(tab: Tab) -> None:
    tab.type(FLAGGED)
    tab.wait_marked()
    strangers = tab.page.evaluate(
        "() => { const q = (r) => r.querySelector(window.stage.editor) ?? [...r.querySelectorAll('*')]"
        ".map((e) => e.shadowRoot && q(e.shadowRoot)).find(Boolean); const e = q(document);"
        " return [...e.querySelectorAll('*')].filter((n) => /postil/i.test(n.outerHTML)).length; }"
    )
    assert strangers == 0


@pytest.mark.parametrize("page", ["form", "editable"])
def test_composition_is_left_alone(browser: Chromium, page: str) -> None:
    tab = browser.open(f"{ANY_HOST}/{page}")
    tab.focus()
    session = tab.page.context.new_cdp_session(tab.page)
    session.send("Input.imeSetComposition", {"text": FLAGGED, "selectionStart": 3, "selectionEnd": 3})
    tab.page.wait_for_timeout(700)
    assert tab.marked() == [], "nothing is checked while a word is being composed"
    session.send("Input.insertText", {"text": FLAGGED})
    tab.wait_marked()
    session.send("Input.imeSetComposition", {"text": "n", "selectionStart": 1, "selectionEnd": 1})
    enter = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229, "modifiers": 2}
    session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **enter})
    session.send("Input.dispatchKeyEvent", {"type": "keyUp", **enter})
    tab.page.wait_for_timeout(300)
    assert tab.find("button", say("gate_anyway")) is None, "the Enter that ends a word is the word's own"
    tab.close()


def test_two_composers_at_once_keep_their_own(browser: Chromium) -> None:
    one, two = browser.open(f"{ANY_HOST}/form"), browser.open("https://x.com/x")
    two.type(FLAGGED)
    two.wait_marked()
    one.page.bring_to_front()
    one.type(CLEAN)
    one.page.wait_for_timeout(700)
    assert one.marked() == []
    one.close()
    two.close()
