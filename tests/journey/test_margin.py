"""What stands beside a composer: it follows the composer, its ground and its reader; a hold holds; a subject is muted."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from PIL import Image

from journey.browser import Browser
from journey.chromium import Chromium
from journey.scenes import ANY_HOST, FLAGGED, say
from journey.tab import POLL_S, Tab

CHIP = say("chip_one")
PUSH = """() => { const more = document.createElement('div'); more.style.height = '140px'; more.id = 'more';
  document.body.prepend(more); }"""
TALL = "() => { document.body.style.paddingBottom = '2000px'; scrollBy(0, 60); }"
NARROW = "() => { window.stage.find().style.width = '400px'; }"
DARK = "() => { document.documentElement.style.colorScheme = 'dark'; }"
PATIENCE_S = 5
ARABIC = "يوم طويل في المستشفى. "


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """A draft with one note."""
    tab = browser.open(f"{ANY_HOST}/form")
    tab.type(FLAGGED)
    tab.wait_marked()
    tab.wait_for("button", CHIP)
    yield tab
    tab.close()


def chip_at(tab: Tab) -> tuple[float, float]:
    """Where the chip stands, once it has followed."""
    tab.pause(250)
    return tab.middle(tab.wait_for("button", CHIP))


def test_the_chip_follows_what_moves_its_composer(tab: Tab) -> None:
    left, top = chip_at(tab)
    tab.evaluate(PUSH)
    assert chip_at(tab)[1] == pytest.approx(top + 140, abs=2), "pushed down by the page"
    tab.evaluate(TALL)
    assert chip_at(tab)[1] == pytest.approx(top + 80, abs=2), "scrolled"
    tab.evaluate(NARROW)
    moved, _ = chip_at(tab)
    assert moved < left, "a narrower composer has its margin further in"
    assert tab.posts() == []


def test_a_held_draft_stays_and_posting_reminds_of_it(tab: Tab) -> None:
    tab.press("Alt+Shift+P")
    tab.click("button", say("card_more"))
    tab.click("button", say("card_hold", 20))
    tab.wait_for("button", say("chip_hold", ""))
    assert tab.model() == FLAGGED
    tab.press("Alt+Shift+P")
    tab.click("button", say("card_dismiss"))
    tab.wait_clear()
    tab.click("button", "Reply")
    tab.wait_for("alertdialog", say("gate_title"))
    reminded = say("gate_on_hold", "")[:-2]
    assert any(node.name.startswith(reminded) for node in tab.nodes()), (
        "no warning stands, but a wish to wait"
    )
    assert tab.posts() == []
    tab.click("button", say("gate_anyway"))
    tab.gone("button", say("gate_anyway"))
    tab.click("button", "Reply")
    tab.wait_posts(FLAGGED)


@pytest.fixture
def unmuted(browser: Browser) -> Iterator[None]:
    """Whatever happens, the next test hears of every subject."""
    yield
    browser.ask({"kind": "save-settings", "settings": {"muted": []}})


@pytest.mark.usefixtures("unmuted")
def test_a_muted_subject_is_quiet_until_it_is_brought_back(browser: Browser, tab: Tab) -> None:
    tab.press("Alt+Shift+P")
    tab.click("button", say("card_more"))
    tab.click("button", say("card_mute"))
    tab.wait_clear()
    with browser.page("options/options.html") as options:
        options.wait_for("button", say("muted_back_label", ""))
        options.evaluate("() => document.querySelector('#muted-body button').focus()")
        options.press("Enter")
        options.wait_until("(words) => document.body.innerText.includes(words)", say("muted_none"))
    tab.front()
    tab.wait_marked()


def test_why_opens_the_policy_at_its_clause(browser: Browser, tab: Tab) -> None:
    clauses = browser.ask({"kind": "policy"})["policy"]["clauses"]
    demands = next(one["demands"] for one in clauses if one["id"] == "umc-utrecht/6-own-behalf")
    tab.front()
    tab.press("Alt+Shift+P")
    tab.click("button", say("card_more"))
    tab.click("button", say("card_why"))
    read = ""
    for _ in range(round(PATIENCE_S / POLL_S)):
        if demands in (read := browser.popup_focus()):
            return
        tab.pause(POLL_S * 1000)
    raise AssertionError(f"The popup does not stand at {demands!r} but at {read!r}")


def test_notes_stand_on_the_site_s_own_ground_and_read_from_the_left(tab: Tab) -> None:
    assert share_of_dark(tab) < 0.3
    tab.evaluate(DARK)
    assert share_of_dark(tab) > 0.6, "the reader's scheme is light, the site's is dark"
    tab.evaluate("() => { document.documentElement.dir = 'rtl'; }")
    tab.focus()
    tab.press("Control+Home")
    tab.write(ARABIC)
    tab.wait_model(ARABIC + FLAGGED)
    tab.wait_marked()
    assert all(words in FLAGGED for words in tab.marked())
    tab.press("Alt+Shift+P")
    first, second = (tab.middle(tab.wait_for("button", say(name))) for name in ("card_dismiss", "card_more"))
    assert first[0] < second[0]


def share_of_dark(tab: Tab) -> float:
    """How much of the card is dark, once it is opened."""
    tab.press("Alt+Shift+P")
    share = dark_now(tab)
    tab.press("Escape")
    return share


def dark_now(tab: Tab) -> float:
    """How much of the open card is dark."""
    tab.pause(300)
    left, top = tab.middle(tab.wait_for("button", say("card_dismiss")))
    shot = Image.open(io.BytesIO(tab.picture())).convert("L")
    part = shot.crop((round(left) - 60, round(top) - 40, round(left) + 60, round(top) + 40))
    return sum(value < 128 for value in part.tobytes()) / (part.width * part.height)


def test_an_open_card_stays_when_the_reader_s_scheme_changes(chromium: Chromium) -> None:
    tab = chromium.open(f"{ANY_HOST}/form")
    tab.type(FLAGGED)
    tab.wait_marked()
    tab.press("Alt+Shift+P")
    tab.wait_focused(say("card_dismiss"))
    assert dark_now(tab) < 0.3
    tab.page.emulate_media(color_scheme="dark")
    assert dark_now(tab) > 0.6
    assert tab.focused() == say("card_dismiss"), "it keeps the focus, and what was read of it"
    tab.page.emulate_media(color_scheme="light")
    assert dark_now(tab) < 0.3
    assert tab.focused() == say("card_dismiss")
    tab.press("Delete")
    tab.wait_clear()
    tab.close()


def test_nothing_is_out_of_reach_in_a_small_window_at_twice_the_size(chromium: Chromium) -> None:
    tab = chromium.open(f"{ANY_HOST}/form")
    tab.page.set_viewport_size({"width": 320, "height": 400})
    tab.type(FLAGGED)
    tab.wait_marked()
    tab.click("button", "Reply")
    for name in ("gate_hold", "gate_anyway", "gate_back"):
        left, top = tab.middle(tab.wait_for("button", say(name, 20)))
        assert 0 < left < 320
        assert 0 < top < 400
    tab.close()
