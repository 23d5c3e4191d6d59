"""As somebody posts: asked once more, never blocked, never posted twice, never changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from journey.browser import Browser
from journey.scenes import ANY_HOST, FLAGGED, Scene, say
from journey.tab import Tab


@pytest.mark.deed("click")
def test_a_click_is_asked_about_once_and_exactly_one_post_results(
    tab: Tab, scene: Scene, record_property: Callable[[str, object], None]
) -> None:
    if scene.send is None:
        record_property("cannot", "Facebook's comments are posted by Enter: they have no button with a name")
    tab.type(FLAGGED)
    tab.wait_marked()
    scene.submit(tab)
    tab.wait_for("button", say("gate_anyway"))
    assert tab.posts() == []
    assert tab.model() == FLAGGED
    tab.click("button", say("gate_back"))
    tab.gone("button", say("gate_anyway"))
    tab.write("!")
    tab.wait_model(FLAGGED + "!")
    scene.submit(tab)
    tab.click("button", say("gate_anyway"))
    tab.gone("button", say("gate_anyway"))
    tab.pause(300)
    assert tab.posts() == [], "a blocked click is never replayed"
    scene.submit(tab)
    tab.wait_posts(FLAGGED + "!")


@pytest.mark.deed("key")
def test_the_key_that_posts_right_after_another_is_asked_about_too(
    tab: Tab, scene: Scene, record_property: Callable[[str, object], None]
) -> None:
    tab.type(FLAGGED)
    tab.wait_marked()
    tab.write("!")
    tab.pause(50)
    tab.press(scene.key)
    if scene.no_key:
        record_property("cannot", scene.no_key)
        tab.pause(300)
        assert tab.find("button", say("gate_anyway")) is None
        return
    tab.wait_for("button", say("gate_anyway"))
    assert tab.posts() == []
    tab.click("button", say("gate_anyway"))
    tab.gone("button", say("gate_anyway"))
    tab.focus()
    tab.press(scene.key)
    tab.wait_posts(FLAGGED + "!")


@pytest.mark.deed("modal")
def test_a_modal_that_keeps_the_focus_lets_the_card_have_it(browser: Browser, scene: Scene) -> None:
    tab = browser.open(scene.modal)
    tab.type(FLAGGED)
    tab.wait_marked()
    scene.submit(tab)
    tab.wait_for("button", say("gate_anyway"))
    if scene.send:  # after a key Firefox's tree still names the page; the Enter below finds the button
        assert tab.focused() == say("gate_back")
    tab.press("Enter")
    tab.gone("button", say("gate_anyway"))
    tab.write("!")
    tab.wait_model(FLAGGED + "!")
    assert tab.posts() == []
    tab.close()


def test_a_dialog_in_the_top_layer_lets_the_card_have_the_focus(browser: Browser) -> None:
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


def test_a_page_that_listens_first_does_not_post_past_it(browser: Browser) -> None:
    tab = browser.open(f"{ANY_HOST}/hostile")
    tab.type(FLAGGED)
    tab.wait_marked()
    tab.click("button", "Post")
    tab.wait_for("button", say("gate_anyway"))
    assert tab.posts() == []
    tab.click("button", say("gate_anyway"))
    tab.gone("button", say("gate_anyway"))
    tab.click("button", "Post")
    tab.wait_posts(FLAGGED)
    tab.close()


@pytest.mark.parametrize("page", [f"{ANY_HOST}/form", "https://mastodon.social/mastodon"])
def test_a_draft_that_a_link_has_filled_in_is_asked_about_too(browser: Browser, page: str) -> None:
    """Nobody has been in it: the button is all that is reached for."""
    tab = browser.open(page)
    tab.evaluate("text => { document.querySelector('textarea').value = text; }", FLAGGED)
    tab.evaluate("() => document.querySelector('form button[type=submit]').focus()")
    tab.pause(700)
    tab.press("Enter")
    tab.wait_for("button", say("gate_anyway"))
    assert tab.posts() == []
    tab.close()


def test_an_edit_after_post_anyway_asks_again_only_for_new_words(browser: Browser) -> None:
    tab = browser.open(f"{ANY_HOST}/form")
    tab.type(FLAGGED)
    tab.wait_marked()
    tab.click("button", "Reply")
    tab.click("button", say("gate_anyway"))
    tab.gone("button", say("gate_anyway"))
    tab.type(" en dat is dat")
    tab.pause(700)
    tab.click("button", "Reply")
    tab.wait_for("button", say("gate_anyway"))
    assert tab.posts() == []
    tab.close()
