"""A press on a note mends the text through the editor's own door: its model, its caret and its undo hold."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from journey.browser import Browser
from journey.scenes import ANY_HOST, APPENDABLE, REMOVABLE, REPLACEABLE, SCENES, Scene, say
from journey.tab import Tab

LABELS = {
    "remove": say("card_fix_remove"),
    "replace": say("card_fix_replace").split("“")[0],
    "append": say("card_fix_append").split("“")[0],
}
"""What the press is called, as far as it is the same for every text."""

SEVERAL = "You idiot, and that idiot next door. What a moron."
TYPE_ON = """() => { const field = document.querySelector('#editor');
  field.addEventListener('input', () => { field.value = 'Oh! ' + field.value; }, { once: true }); }"""

MOST_NOTES = 4


@pytest.fixture(scope="module", autouse=True)
def leeds(browser: Browser) -> Iterator[None]:
    """A member of staff at Leeds: a policy that offers every kind of fix."""
    saved = browser.ask({"kind": "save-settings", "settings": {"institution": "leeds", "role": "staff"}})
    assert saved == {"ok": True}
    tab = browser.open(SCENES[0].url)
    tab.type_until_marked(REMOVABLE)
    tab.close()
    yield
    browser.ask({"kind": "save-settings", "settings": {"institution": None, "role": "student"}})


def mend(tab: Tab, scene: Scene, text: str, deed: str) -> str:
    """Type a text, press the fix that its note offers, and wait for what becomes of it."""
    tab.type(text)
    tab.wait_marked()
    tab.pause(scene.undo_ms)
    tab.press("Alt+Shift+P")
    tab.wait_for("button", say("card_dismiss"))
    for _ in range(MOST_NOTES):
        if tab.find("button", LABELS[deed]):
            break
        tab.press("ArrowDown")  # another note stands before it
    tab.click("button", LABELS[deed])
    tab.wait_until("(text) => window.stage.model() !== text", text)
    tab.pause(400)
    return tab.model()


def is_part(part: str, whole: str) -> bool:
    """Whether all letters of `part` stand in `whole`, in that order."""
    rest = iter(whole)
    return all(letter in rest for letter in part)


def take_back(tab: Tab, text: str) -> None:
    """Undo, and the text is as it was typed."""
    tab.focus()
    tab.press("Control+z")
    tab.wait_model(text)


def go_on(tab: Tab, text: str) -> None:
    """The editor works as before."""
    tab.type(" too")
    tab.press("ArrowLeft", "ArrowRight", "Backspace")
    tab.wait_model(text + " to")


def test_a_fix_stops_where_the_text_changes_under_it(browser: Browser) -> None:
    """Somebody types on while the first of several words is taken out: no other words go in their place."""
    tab = browser.open(f"{ANY_HOST}/form")
    tab.type(SEVERAL)
    tab.wait_marked()
    tab.evaluate(TYPE_ON)
    tab.press("Alt+Shift+P")
    tab.click("button", LABELS["remove"])
    tab.wait_until("() => window.stage.model().startsWith('Oh! ')")
    tab.pause(600)
    assert SEVERAL.startswith(tab.model().removeprefix("Oh! ").removesuffix(".").rstrip()[:30])
    tab.close()


@pytest.mark.deed("remove", "undo")
def test_words_are_taken_out_and_undo_brings_them_back(tab: Tab, scene: Scene) -> None:
    mended = mend(tab, scene, REMOVABLE, "remove")
    assert len(mended) < len(REMOVABLE)
    assert is_part(mended, REMOVABLE), "a fix takes out and adds nothing"
    take_back(tab, REMOVABLE)
    go_on(tab, REMOVABLE)


@pytest.mark.deed("replace", "undo")
def test_words_are_rewritten_and_undo_brings_them_back(tab: Tab, scene: Scene) -> None:
    mended = mend(tab, scene, REPLACEABLE, "replace")
    assert mended.lower() == REPLACEABLE.lower()
    assert "#LeedsOpenDay" in mended
    take_back(tab, REPLACEABLE)


@pytest.mark.deed("append")
def test_a_sentence_is_added_and_the_editor_goes_on_working(tab: Tab, scene: Scene) -> None:
    mended = mend(tab, scene, APPENDABLE, "append")
    assert mended.startswith(APPENDABLE + " ")
    assert mended.endswith(".")
    go_on(tab, mended)
