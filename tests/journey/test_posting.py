"""As somebody posts: asked once more, never blocked, never posted twice, never changed."""

from __future__ import annotations

from journey.chromium import Chromium, Tab
from journey.scenes import ANY_HOST, CLEAN, FLAGGED, Scene, say


def test_a_click_is_asked_about_once_and_exactly_one_post_results(tab: Tab, scene: Scene) -> None:
    tab.type(FLAGGED)
    tab.wait_marked()
    scene.send_by_click(tab)
    tab.wait_for("button", say("gate_anyway"))
    assert tab.posts() == []
    assert tab.model() == FLAGGED
    tab.click("button", say("gate_anyway"))
    tab.gone("button", say("gate_anyway"))
    tab.page.wait_for_timeout(300)
    assert tab.posts() == [], "a blocked click is never replayed"
    scene.send_by_click(tab)
    tab.page.wait_for_timeout(200)
    assert tab.posts() == [FLAGGED]


def test_back_to_the_post_leaves_everything_as_it_was(tab: Tab, scene: Scene) -> None:
    tab.type(FLAGGED)
    tab.wait_marked()
    scene.send_by_click(tab)
    tab.click("button", say("gate_back"))
    tab.gone("button", say("gate_anyway"))
    tab.page.keyboard.type("!")
    tab.page.wait_for_timeout(200)
    assert sorted(tab.model()) == sorted(FLAGGED + "!")
    assert tab.posts() == []


def test_a_clean_post_goes_at_once(tab: Tab, scene: Scene) -> None:
    tab.type(CLEAN)
    tab.page.wait_for_timeout(700)
    scene.send_by_click(tab)
    tab.page.wait_for_timeout(200)
    assert tab.posts() == [CLEAN]


def test_ctrl_enter_is_asked_about_too(tab: Tab, scene: Scene) -> None:
    tab.type(FLAGGED)
    tab.wait_marked()
    tab.press("Control+Enter")
    if not scene.ctrl_enter:  # there it is a new line, and nothing to ask about
        tab.page.wait_for_timeout(300)
        assert tab.find("button", say("gate_anyway")) is None
        return
    tab.wait_for("button", say("gate_anyway"))
    assert tab.posts() == []
    tab.click("button", say("gate_anyway"))
    tab.gone("button", say("gate_anyway"))
    tab.focus()
    tab.press("Control+Enter")
    tab.page.wait_for_timeout(200)
    assert tab.posts() == [FLAGGED]


def test_ctrl_enter_right_after_a_key_still_asks(tab: Tab, scene: Scene) -> None:
    if not scene.ctrl_enter:
        return
    tab.type(FLAGGED)
    tab.wait_marked()
    tab.page.keyboard.press("End")
    tab.page.keyboard.type(" x")
    tab.page.wait_for_timeout(50)
    tab.press("Control+Enter")
    tab.wait_for("button", say("gate_anyway"))
    assert tab.posts() == []


def test_a_page_that_listens_first_does_not_post_past_it(browser: Chromium) -> None:
    tab = browser.open(f"{ANY_HOST}/hostile")
    tab.type(FLAGGED)
    tab.wait_marked()
    tab.click("button", "Post")
    tab.wait_for("button", say("gate_anyway"))
    assert tab.posts() == []
    tab.click("button", say("gate_anyway"))
    tab.gone("button", say("gate_anyway"))
    tab.click("button", "Post")
    assert tab.posts() == [FLAGGED]
    tab.close()


def test_a_modal_that_keeps_the_focus_lets_the_card_have_it(browser: Chromium) -> None:
    tab = browser.open(f"{ANY_HOST}/modal")
    tab.type(FLAGGED)
    tab.wait_marked()
    tab.click("button", "Post")
    tab.wait_for("button", say("gate_anyway"))
    assert tab.focused() == say("gate_back")
    tab.press("Enter")
    tab.gone("button", say("gate_anyway"))
    assert tab.posts() == []
    assert tab.model() == FLAGGED
    tab.close()


def test_an_edit_after_post_anyway_asks_again_only_for_new_words(browser: Chromium) -> None:
    tab = browser.open(f"{ANY_HOST}/form")
    tab.type(FLAGGED)
    tab.wait_marked()
    tab.click("button", "Reply")
    tab.click("button", say("gate_anyway"))
    tab.gone("button", say("gate_anyway"))
    tab.type(" en dat is dat")
    tab.page.wait_for_timeout(700)
    tab.click("button", "Reply")
    tab.wait_for("button", say("gate_anyway"))
    assert tab.posts() == []
    tab.close()
