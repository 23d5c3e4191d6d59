"""The table of frozen pages: one a site or editor, each with the deeds that its site knows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from journey.chromium import Tab

LOCALES = Path(__file__).parent.parent.parent / "extension" / "src" / "_locales"
ANY_HOST = "https://forum.example"
"""A site that is no social network: switched on by the person, served by `sites/any.js`."""


def say(key: str, *parts: object, language: str = "en") -> str:
    """What Postil says on the page: a message of `_locales` with its parts filled in."""
    text = str(json.loads((LOCALES / language / "messages.json").read_text())[key]["message"])
    for number, part in enumerate(parts, 1):
        text = text.replace(f"${number}", str(part))
    return text


@dataclass(frozen=True)
class Scene:
    """A page of the stage: where it is, how its site sends, what it is called."""

    name: str
    url: str
    send: tuple[str, str] | None
    """Role and name of the submit control."""

    ctrl_enter: bool
    """Whether Ctrl+Enter sends there."""

    undo_ms: int = 0
    """How long the editor merges edits into one undo step."""

    def send_by_click(self, tab: Tab) -> None:
        """Press the site's own submit control."""
        assert self.send is not None
        tab.click(*self.send)


SCENES = (
    Scene("x", "https://x.com/x", ("button", "Post"), ctrl_enter=True),
    Scene(
        "linkedin", "https://www.linkedin.com/linkedin", ("button", "Post"), ctrl_enter=False, undo_ms=1200
    ),
    Scene("bluesky", "https://bsky.app/bluesky", ("button", "Post"), ctrl_enter=True, undo_ms=600),
    Scene("mastodon", "https://mastodon.social/mastodon", ("button", "Post"), ctrl_enter=True),
    Scene("textarea", f"{ANY_HOST}/form", ("button", "Reply"), ctrl_enter=True),
    Scene("contenteditable", f"{ANY_HOST}/editable", ("button", "Comment"), ctrl_enter=True),
    Scene("lexical", f"{ANY_HOST}/lexical", ("button", "Post"), ctrl_enter=True, undo_ms=400),
)

FLAGGED = "Namens het UMC Utrecht: wij nemen hier afstand van"
"""A personal account that speaks as the hospital: a warning under UMC Utrecht's guidelines, 6."""

CLEAN = "Proud to start my internship @umcutrecht"
"""What the guidelines allow in so many words."""
