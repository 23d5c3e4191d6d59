"""While somebody types: read, underlined, told, put aside."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from journey.browser import Browser
from journey.scenes import ANY_HOST, CLEAN, FLAGGED, Scene, say
from journey.tab import HIGHLIGHTS, Tab

WARNING = (179, 54, 27)
"""The colour of a warning's underline on a light ground."""

BOXES = f"""() => {{ const [x, y] = window.stage.corner();
  return {HIGHLIGHTS}.flatMap((h) => [...h]).flatMap((r) => [...r.getClientRects()])
    .map((box) => [x + box.left, y + box.top, x + box.right, y + box.bottom]); }}"""
"""Where the marked words stand, in CSS pixels."""

STRANGERS = """() => [...window.stage.find().querySelectorAll('*')]
  .filter((n) => /postil|margin-note/i.test(n.outerHTML)).length"""
"""How many nodes in the editor are ours."""

SETTLED_MS = 700
"""By then a draft has been judged: 200 ms of rest, and the helper's answer."""


def open_card(tab: Tab) -> None:
    """Open the card by its keyboard shortcut."""
    tab.press("Alt+Shift+P")
    tab.wait_for("button", say("card_dismiss"))


def share(tab: Tab, box: list[float]) -> float:
    """How much of the width of a box shows the underline's colour, in it or right below it."""
    left, top, right, bottom = box
    shot = Image.open(io.BytesIO(tab.picture())).convert("RGB")
    part = shot.crop((round(left), round(top), round(right), round(bottom) + 4))
    columns = {
        at % part.width
        for at, pixel in enumerate(zip(*[iter(part.tobytes())] * 3, strict=True))
        if all(abs(a - b) < 24 for a, b in zip(pixel, WARNING, strict=True))
    }
    return len(columns) / part.width


@pytest.mark.deed("read", "underline")
def test_the_words_across_lines_and_emoji_are_underlined_for_a_person_to_see(tab: Tab, scene: Scene) -> None:
    tab.type("Een dag 👩‍⚕️ 🎉.")
    tab.press(scene.newline)
    tab.write(FLAGGED)
    tab.wait_marked()
    assert tab.model() == f"Een dag 👩‍⚕️ 🎉.\n{FLAGGED}"
    assert tab.marked()
    assert all(words in FLAGGED for words in tab.marked())
    tab.pause(100)
    boxes = tab.evaluate(BOXES)
    assert boxes
    assert all(share(tab, box) > 0.8 for box in boxes)
    assert tab.evaluate(STRANGERS) == 0, "nothing of ours stands in the editor"


def test_what_the_policy_allows_is_left_in_peace(tab: Tab, scene: Scene) -> None:
    tab.type(CLEAN)
    tab.wait_for("button", say("chip_open", say("chip_clear")))
    assert tab.marked() == []
    scene.submit(tab)
    tab.wait_posts(CLEAN)


def test_the_marks_follow_typing(browser: Browser) -> None:
    tab = browser.open(f"{ANY_HOST}/editable")
    tab.type("👩‍⚕️ Zeg! " + FLAGGED)
    tab.wait_marked()
    before = tab.marked()
    tab.press("Control+Home")
    tab.write("Nou. ")
    assert tab.marked() == before, "marks move along while nothing has been checked anew"
    tab.pause(SETTLED_MS)
    assert tab.marked() == before
    tab.close()


def test_marks_lie_over_the_words_of_a_textarea_that_wraps_and_scrolls(browser: Browser) -> None:
    tab = browser.open(f"{ANY_HOST}/form")
    before = "Een lange dag met veel mensen, en toch ook wel weer een mooie dag. " * 6
    tab.type(before + FLAGGED)
    tab.wait_marked()
    tab.pause(100)
    words = tab.marked()[0]
    left, top, _, bottom = tab.evaluate(BOXES)[0]
    tab.click_at(left + 2, (top + bottom) / 2)
    at = tab.evaluate("() => document.querySelector('textarea').selectionStart")
    assert (before + FLAGGED)[at:].startswith(words), "a click on the mark is a click on its words"
    tab.close()


def test_escape_returns_to_the_caret_and_dismissed_stays_dismissed(tab: Tab) -> None:
    tab.type(FLAGGED)
    tab.wait_marked()
    open_card(tab)
    tab.press("Escape")
    tab.gone("button", say("card_dismiss"))
    tab.write("!")
    tab.wait_model(FLAGGED + "!")
    open_card(tab)
    tab.click("button", say("card_dismiss"))
    tab.wait_clear()
    tab.type(" hoor")
    tab.pause(SETTLED_MS)
    assert tab.marked() == []
    assert tab.posts() == []


@pytest.mark.parametrize("page", ["form", "editable"])
def test_composition_is_left_alone(browser: Browser, page: str) -> None:
    tab = browser.open(f"{ANY_HOST}/{page}")
    tab.focus()
    tab.compose(FLAGGED)
    tab.pause(SETTLED_MS)
    assert tab.marked() == [], "nothing is checked while a word is being composed"
    tab.compose_end(FLAGGED)
    tab.wait_marked()
    tab.compose("n")
    tab.compose_enter()
    tab.pause(300)
    assert tab.find("button", say("gate_anyway")) is None, "the Enter that ends a word is the word's own"
    tab.close()


def test_two_composers_at_once_keep_their_own(browser: Browser) -> None:
    one, two = browser.open(f"{ANY_HOST}/form"), browser.open("https://x.com/x")
    two.type(FLAGGED)
    two.wait_marked()
    one.front()
    one.type(CLEAN)
    one.pause(SETTLED_MS)
    assert one.marked() == []
    one.close()
    two.close()
