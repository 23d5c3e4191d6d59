"""Other places than a post: one's profile, the form to log in, a like. None of them is ever stopped by less than a warning."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from journey.browser import Browser
from journey.chromium import Chromium
from journey.drivers import EACH, START
from journey.scenes import FLAGGED, REMOVABLE, say
from journey.stage import Stage
from journey.tab import Tab
from journey.world import ROOT, Helper, copy_extension, free_port

BIO = "Verpleegkunde, derde jaar, stage WKZ"
"""UMC Utrecht: a bio that names the hospital, and no disclaimer in it."""
CALM = "Student geneeskunde, houdt van soep en van katten"
BRAND = "umcutrechtmemes"
"""A name that is the hospital's."""
CHIP = say("chip_open", say("chip_one"))
PROFILES = {"x": "https://x.com/x-profile", "mastodon": "https://mastodon.social/mastodon-profile"}
FORMS = {"x": "https://x.com/x-sign-in", "mastodon": "https://mastodon.social/mastodon-sign-in"}
FEEDS = {
    "x": ("https://x.com/x-feed", "Like"),
    "mastodon": ("https://mastodon.social/mastodon-feed", "Favourite"),
}
SAVES = {"x": "Save", "mastodon": "Save changes"}
ENDORSEMENT = """
topic: endorsement
title: {en: Passing this on can look like agreement, nl: Doorgeven kan lezen als instemming}
theme: sharing
status: active
severity: warning
confidence: high
scope: {surface: [share]}
message: {en: A like counts as your own words., nl: Een like telt als je eigen woorden.}
when: {would-flag: {severity: warning}}
examples:
  - {flag: "Yes", language: en, policy: leeds, with: {surface: share}}
  - {flag: "Ja", language: nl, policy: leeds, with: {surface: share}}
  - {pass: "Yes", why: calm, language: en, policy: leeds, with: {surface: share}}
  - {pass: "Ja", why: rustig, language: nl, policy: leeds, with: {surface: share}}
"""
"""As loud as a topic can be, to show that even so nothing is stopped."""
COUNTING = """const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
Object.defineProperty(HTMLInputElement.prototype, "value", { configurable: true, set, get() {
  const { dataset } = document.documentElement; const key = this.id === "secret" ? "secret" : "others";
  dataset[key] = String(Number(dataset[key] ?? 0) + 1); return get.call(this); } });"""
"""Counts what the content script, in whose world it runs, reads of the fields of a page."""


@pytest.fixture
def leeds(request: pytest.FixtureRequest, tmp_path: Path, stage: Stage) -> Iterator[Browser]:
    """A browser of somebody at Leeds, whose rules speak of what is shared."""
    rules = tmp_path / "rules"
    shutil.copytree(ROOT / "rules", rules)
    (rules / "topics" / "endorsement.yaml").write_text(ENDORSEMENT)
    helper = Helper(tmp_path, free_port(), rules=rules)
    helper.start()
    with START[request.param](copy_extension(tmp_path, helper.port), stage) as browser:
        assert browser.ask({"kind": "pair", "line": helper.pair()})["ok"]
        browser.ask({"kind": "save-settings", "settings": {"institution": "leeds"}})
        first = browser.open("https://x.com/x")
        first.type_until_marked(
            REMOVABLE
        )  # a policy's first check may come too late, and a like is looked at once
        first.close()
        yield browser
    helper.stop()


def fill(tab: Tab, selector: str, text: str) -> None:
    """Write into a field that is not the page's editor, in the place of what stands in it."""
    left, top, width, height = tab.evaluate(
        "(s) => { const r = document.querySelector(s).getBoundingClientRect(); return [r.left, r.top, r.width, r.height]; }",
        selector,
    )
    tab.click_at(left + width / 2, top + height / 2)
    tab.press("Control+a")
    tab.write(text)


@pytest.mark.parametrize("site", PROFILES)
def test_a_bio_is_read_as_a_profile_and_mended_in_one_press(browser: Browser, site: str) -> None:
    tab = browser.open(PROFILES[site])
    tab.type(BIO)
    tab.wait_marked()
    tab.press("Alt+Shift+P")
    tab.wait_for("button", say("card_dismiss"))
    added = next(node.name for node in tab.nodes() if node.role == "button" and node.name.startswith("Add"))
    tab.click("button", added)
    tab.wait_until("(text) => window.stage.model().length > text.length", BIO)
    assert tab.model().startswith(BIO)
    tab.wait_clear()
    tab.click("button", SAVES[site])
    tab.wait_until("() => window.stage.posts.length === 1")
    tab.close()


def test_a_calm_bio_has_no_note(browser: Browser) -> None:
    tab = browser.open(PROFILES["x"])
    tab.type(CALM)
    tab.wait_for("button", say("chip_open", say("chip_clear")))
    assert tab.marked() == []
    tab.close()


@pytest.mark.parametrize(
    ("site", "field"), [("x", "[name=displayName]"), ("mastodon", '[name="account[display_name]"]')]
)
def test_a_display_name_has_its_own_note(browser: Browser, site: str, field: str) -> None:
    tab = browser.open(PROFILES[site])
    tab.type(BIO)
    fill(tab, field, "WKZ Studenten")
    tab.wait_for("button", CHIP)
    fill(tab, field, "Annemiek")
    tab.gone("button", CHIP)
    assert tab.model() == BIO
    tab.close()


@pytest.mark.parametrize("site", FORMS)
def test_the_name_of_a_new_account_is_looked_at(browser: Browser, site: str) -> None:
    tab = browser.open(FORMS[site])
    tab.type(BRAND)
    tab.wait_for("button", CHIP)
    tab.click("button", {"x": "Log in", "mastodon": "Sign up"}[site])
    tab.pause(300)
    assert tab.find("button", say("gate_form_anyway")) is None, "a suggestion stops nothing"
    tab.close()


@pytest.fixture
def lancaster(browser: Browser) -> Iterator[None]:
    """A member of staff at Lancaster, whose policy keeps work addresses for work."""
    settings = {"institution": "lancaster", "role": "staff"}
    assert browser.ask({"kind": "save-settings", "settings": settings}) == {"ok": True}
    yield
    browser.ask({"kind": "save-settings", "settings": {"institution": None, "role": "student"}})


@pytest.mark.usefixtures("lancaster")
def test_a_log_in_with_a_work_address_is_asked_about_as_a_log_in(browser: Browser) -> None:
    tab = browser.open(FORMS["x"])
    tab.type("j.vermeer@lancaster.ac.uk")
    tab.wait_for("button", CHIP)
    tab.click("button", "Log in")
    tab.wait_for("alertdialog", say("gate_form_title"))
    assert tab.find("button", say("gate_hold", 20)) is None, "there is nothing to hold"
    tab.click("button", say("gate_form_anyway"))
    tab.gone("alertdialog", say("gate_form_title"))
    tab.click("button", "Log in")
    tab.pause(300)
    assert tab.find("alertdialog", say("gate_form_title")) is None
    tab.close()


@pytest.mark.parametrize("url", FORMS.values())
def test_a_password_is_never_read(tmp_path: Path, stage: Stage, helper: Helper, url: str) -> None:
    extension = copy_extension(tmp_path, helper.port)
    manifest = json.loads((extension / "manifest.json").read_text())
    manifest["content_scripts"][0]["js"].insert(0, "content/counting.js")
    (extension / "manifest.json").write_text(json.dumps(manifest))
    (extension / "content" / "counting.js").write_text(COUNTING)
    with Chromium(extension, stage.port) as browser:
        assert browser.ask({"kind": "pair", "line": helper.pair(tmp_path.name)})["ok"]
        tab = browser.open(url)
        tab.type(BRAND)
        tab.wait_for("button", say("chip_open", say("chip_one")))
        fill(tab, "#secret", "Namens het UMC Utrecht")
        tab.pause(500)
        tab.click("button", "Show password")
        fill(tab, "#secret", "Namens het WKZ")
        tab.press("Control+a", "Backspace", "Alt+Shift+P")
        tab.pause(500)
        assert tab.evaluate("() => Number(document.documentElement.dataset.others)") > 0
        assert tab.evaluate("() => document.documentElement.dataset.secret ?? null") is None


def test_the_bio_on_ones_own_page_is_remembered(browser: Browser) -> None:
    tab = browser.open("https://x.com/annemiek_leert")
    tab.click("button", "Follow")
    with browser.page("options/options.html") as page:
        page.wait_until(
            "async () => JSON.stringify(await browser.storage.local.get()).includes('at the WKZ. Views my own.')"
        )
    tab.close()


def test_an_account_of_the_institution_is_told_by_its_handle(browser: Browser) -> None:
    who = {"kind": "account", "site": "x", "handle": "annemiek_leert"}
    assert browser.ask({**who, "as": "brand"}) == {"ok": True}
    tab = browser.open("https://x.com/x")
    tab.type(FLAGGED)
    tab.wait_for("button", say("chip_open", say("chip_clear")), 15_000)
    tab.click("button", "Post")
    tab.wait_posts(FLAGGED)
    assert browser.ask({**who, "as": None}) == {"ok": True}
    tab.type("!")
    tab.wait_marked(15_000)
    tab.close()


@pytest.mark.parametrize("leeds", EACH, indirect=True)
def test_a_like_has_a_quiet_note_and_is_never_stopped(leeds: Browser) -> None:
    for url, like in FEEDS.values():
        tab = leeds.open(f"{url}#{quote(REMOVABLE)}")
        tab.click("button", like)
        tab.wait_for("button", CHIP)
        assert tab.posts() == [like]
        tab.click("button", CHIP)
        tab.click("button", say("card_dismiss"))
        tab.gone("button", CHIP)
        tab.click("button", like)
        assert tab.posts() == [like, like]
        tab.close()
        calm = leeds.open(f"{url}#{quote('A fine day for a walk')}")
        calm.click("button", like)
        calm.pause(900)
        assert calm.find("button", CHIP) is None
        assert calm.posts() == [like]
        calm.close()
