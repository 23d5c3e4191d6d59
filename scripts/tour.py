"""The tour of `scripts/start --tour`: the whole way without a person, each step seen to hold, with pictures."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

from devtools import Devtools, View
from environment import ROOT

LOCALES = ROOT / "extension" / "src" / "_locales"
CASE = "Long day on the ward. The lady in bed 4, 82, is finally going home after three weeks with us. Proud of this team!"
ON_BEHALF = "On behalf of UMC Utrecht: we strongly disagree with this new law."
FINE = "Proud to start my internship at @umcutrecht today"
MARKED = "[...CSS.highlights.values()].some((h) => h.size > 0)"
SENT = "document.querySelectorAll('#sent li').length"
TEXT = "document.getElementById('post').value"
SCHEMES = ("light", "dark")


def say(key: str, *parts: object, language: str = "en") -> str:
    """A message of `_locales` with its parts filled in."""
    text = str(json.loads((LOCALES / language / "messages.json").read_text(encoding="utf-8"))[key]["message"])
    for number, part in enumerate(parts, 1):
        text = text.replace(f"${number}", str(part))
    return text


class Walk:
    """One walk: steps that are told as they hold, and pictures that are saved."""

    def __init__(self, devtools: Devtools, extension: str, page: str, folder: Path) -> None:
        """Remember where everything is."""
        self.devtools = devtools
        self.extension = extension
        self.page = page
        self.folder = folder
        self.failed = 0

    def step(self, name: str, work: Callable[[], None]) -> None:
        """Do one step and tell whether it held."""
        try:
            work()
        except RuntimeError as fault:
            self.failed += 1
            print(f"FAILED  {name}: {fault}", flush=True)
        else:
            print(f"ok      {name}", flush=True)

    def shots(self, view: View, name: str, *, whole: bool = False) -> None:
        """Save one picture a colour scheme."""
        for scheme in SCHEMES:
            view.scheme(scheme)
            time.sleep(0.3)  # the fade
            view.shot(self.folder / f"{name}-{scheme}.png", whole=whole)
        view.scheme("light")

    def composer(self) -> View:
        """The practice page, fresh, in English, with the caret in the composer."""
        view = self.devtools.open(self.page)
        view.size(1000, 760)
        view.until("!!document.querySelector('#examples li')", "the practice page")
        view.js("document.documentElement.lang === 'nl' && document.getElementById('language').click()")
        time.sleep(0.5)  # the extension reads its settings
        view.js("document.getElementById('post').focus()")
        return view

    def typed(self, text: str) -> View:
        """A composer with a text typed and underlined."""
        view = self.composer()
        view.type(text)
        view.until(MARKED, "the words to be underlined")
        return view

    # --- the steps

    def typing(self) -> None:
        """A post is typed and its words are underlined."""
        view = self.typed(CASE)
        time.sleep(0.4)
        self.shots(view, "1-typing")
        view.close()

    def card(self) -> None:
        """The card says what the policy says, and one press mends the post."""
        view = self.typed(CASE)
        view.call(
            "Input.dispatchKeyEvent",
            {"type": "keyDown", "key": "P", "code": "KeyP", "windowsVirtualKeyCode": 80, "modifiers": 9},
        )
        view.wait_node("button", say("card_dismiss"))
        self.shots(view, "2-card")
        before = view.js(TEXT)
        view.click("button", say("card_fix_remove_sentence"))
        view.until(f"{TEXT} !== {json.dumps(before)}", "the fix to be applied")
        time.sleep(0.8)
        if len(view.js(TEXT)) >= len(before):
            raise RuntimeError("the fix did not take the words out")
        self.shots(view, "3-mended")
        view.close()

    def asking(self) -> None:
        """A warning is asked about once more; the person's own next press posts, once."""
        view = self.typed(ON_BEHALF)
        view.click("button", "Post")
        view.wait_node("button", say("gate_anyway"))
        if view.js(SENT):
            raise RuntimeError("the post went out before it was asked about")
        self.shots(view, "4-asked")
        view.click("button", say("gate_anyway"))
        time.sleep(0.4)
        if view.js(SENT):
            raise RuntimeError("the post went out without the person's own press")
        view.click("button", "Post")
        view.until(f"{SENT} === 1", "the post to be sent")
        view.close()

    def allowed(self) -> None:
        """What the policy allows is silent and goes at once."""
        view = self.composer()
        view.type(FINE)
        time.sleep(1)
        if view.js(MARKED):
            raise RuntimeError("words were underlined that the policy allows")
        view.click("button", "Post")
        view.until(f"{SENT} === 1", "the post to be sent")
        view.close()

    def pages(self) -> None:
        """Popup and options, in both languages."""
        for language in ("en", "nl"):
            self.own_page("options/options.html", f"6-options-{language}", language, (900, 900))
            self.own_page("popup/popup.html", f"5-popup-{language}", language, (400, 620))

    def speak(self, view: View, language: str) -> None:
        """Set the language of everything that a person reads."""
        settings = f"{{kind: 'save-settings', settings: {{language: '{language}'}}}}"
        if not (view.js(f"chrome.runtime.sendMessage({settings})") or {}).get("ok"):
            raise RuntimeError("the language could not be set")

    def own_page(self, path: str, name: str, language: str, size: tuple[int, int]) -> None:
        """Open one of the extension's pages in a language and take its pictures."""
        view = self.devtools.open(f"chrome-extension://{self.extension}/{path}")
        view.size(*size)
        view.until("!!globalThis.chrome?.runtime?.sendMessage", "the page to be ready")
        self.speak(view, language)
        view.js("location.reload()")
        time.sleep(1)
        view.until("document.body.innerText.trim().length > 100", "the page to show its words")
        self.shots(view, name, whole="options" in path)
        self.speak(view, "auto")
        view.close()


def walk(devtools: Devtools, extension: str, page: str, folder: Path) -> int:
    """Walk all steps; 0 only if each held."""
    way = Walk(devtools, extension, page, folder)
    way.step("a post is typed and its words are underlined", way.typing)
    way.step("the card cites the clause, and one press mends the post", way.card)
    way.step("posting is asked about once; the next press posts", way.asking)
    way.step("what the policy allows goes at once", way.allowed)
    way.step("popup and options, in English and Dutch", way.pages)
    print(f"Pictures are in {folder}.")
    return 1 if way.failed else 0
