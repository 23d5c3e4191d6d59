"""The table of frozen pages: one a site or editor, each with the deeds that its site knows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from journey.tab import Tab

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
    """Role and name of the submit control; `None` where a key alone posts."""

    key: str = "Control+Enter"
    """What posts from inside the composer."""

    no_key: str = ""
    """Why no key posts there; empty where one does."""

    packaged: str = ""
    """A browser in which the extension works there as the stores get it, and not unpacked; see `test_packaged_*`."""

    undo_ms: int = 0
    """How long the editor merges edits into one undo step."""

    @property
    def modal(self) -> str:
        """The same page with its composer in a modal that keeps the focus."""
        return f"{self.url}?trap"

    @property
    def newline(self) -> str:
        """What begins a new line."""
        return "Shift+Enter" if self.key == "Enter" else "Enter"

    def submit(self, tab: Tab) -> None:
        """Post: by the site's own submit control or, where there is none, by its key."""
        if self.send:
            tab.click(*self.send)
        else:
            tab.focus()
            tab.press("Control+End", self.key)


SCENES = (
    Scene("x", "https://x.com/x", ("button", "Post")),
    Scene(
        "linkedin",
        "https://www.linkedin.com/linkedin",
        ("button", "Post"),
        no_key="LinkedIn has no key that posts: Ctrl+Enter is a new line there",
        undo_ms=1200,
    ),
    Scene("bluesky", "https://bsky.app/bluesky", ("button", "Post"), undo_ms=600),
    Scene("mastodon", "https://mastodon.social/mastodon", ("button", "Post")),
    Scene("facebook", "https://www.facebook.com/facebook", ("button", "Post"), undo_ms=400),
    Scene(
        "instagram",
        "https://www.instagram.com/instagram",
        ("button", "Share"),
        no_key="Instagram's caption has no key that posts",
        undo_ms=400,
    ),
    Scene("threads", "https://www.threads.com/threads", ("button", "Post"), undo_ms=400),
    Scene("reddit", "https://www.reddit.com/reddit", ("button", "Post"), undo_ms=400),
    Scene("youtube", "https://www.youtube.com/youtube", ("button", "Comment")),
    Scene(
        "tiktok",
        "https://www.tiktok.com/tiktok",
        ("button", "Post"),
        no_key="TikTok's caption has no key that posts",
    ),
    Scene(
        "linkedin-comment",
        "https://www.linkedin.com/linkedin-comment",
        ("button", "Comment"),
        no_key="LinkedIn has no key that posts: Ctrl+Enter is a new line there",
        undo_ms=600,
    ),
    Scene(
        "facebook-comment",
        "https://www.facebook.com/facebook-comment",
        None,
        key="Enter",
        undo_ms=400,
    ),
    Scene(
        "instagram-comment", "https://www.instagram.com/instagram-comment", ("button", "Post"), key="Enter"
    ),
    Scene("reddit-comment", "https://www.reddit.com/reddit-comment", ("button", "Comment"), undo_ms=400),
    Scene("tiktok-comment", "https://www.tiktok.com/tiktok-comment", ("button", "Post"), key="Enter"),
    Scene("mendeley", "https://www.mendeley.com/mendeley", ("button", "Post")),
    Scene("researchgate", "https://www.researchgate.net/researchgate", ("button", "Answer")),
    Scene(
        "wordpress",
        "https://annemiek.wordpress.com/wordpress",
        ("button", "Publish"),
        no_key="WordPress has no key that publishes",
        packaged="firefox",
    ),
    Scene(
        "gutenberg",
        "https://annemiek.wordpress.com/gutenberg",
        ("button", "Publish"),
        no_key="WordPress has no key that publishes",
    ),
    Scene("discourse", "https://forum.example/discourse", ("button", "Reply")),
    Scene("phpbb", "https://forum.example/phpbb", ("button", "Submit"), no_key="phpBB has no key that posts"),
    Scene("textarea", f"{ANY_HOST}/form", ("button", "Reply")),
    Scene("contenteditable", f"{ANY_HOST}/editable", ("button", "Comment")),
    Scene("lexical", f"{ANY_HOST}/lexical", ("button", "Post"), undo_ms=400),
    Scene("lexical-shadow", f"{ANY_HOST}/lexical-shadow", ("button", "Post"), undo_ms=400),
    Scene("quill", f"{ANY_HOST}/quill", ("button", "Post"), undo_ms=1200),
    Scene("slate", f"{ANY_HOST}/slate", ("button", "Post")),
    Scene("ckeditor", f"{ANY_HOST}/ckeditor", ("button", "Post")),
    Scene("dialog", f"{ANY_HOST}/modal", ("button", "Post")),
    Scene("iframe", f"{ANY_HOST}/frame", ("button", "Comment")),
    Scene("two at once", f"{ANY_HOST}/two", ("button", "Post")),
    Scene("remounted", f"{ANY_HOST}/remounted", ("button", "Post"), undo_ms=400),
)

CORE = (
    "x",
    "linkedin",
    "bluesky",
    "mastodon",
    "facebook",
    "reddit",
    "contenteditable",
    "ckeditor",
)
"""Pages of the commonest kinds of editor. The others are run in part unless the whole matrix is asked for."""

FLAGGED = "Namens het UMC Utrecht: wij nemen hier afstand van"
"""A personal account that speaks as the hospital: a warning under UMC Utrecht's guidelines, 6."""

CLEAN = "Proud to start my internship @umcutrecht"
"""What the guidelines allow in so many words."""

REMOVABLE = "Use my login today, the password is Gast2026 for all"
"""Leeds: what lets others in is taken out."""

REPLACEABLE = "A fine day for all at #leedsopenday with our guests"
"""Leeds: a hashtag is written so that a screen reader finds its words."""

APPENDABLE = "The University of Leeds has a fine library"
"""Leeds: a few words say that the view is one's own."""
