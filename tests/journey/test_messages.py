"""What is written to somebody by name is no post: it is not read, though the site uses one editor for both."""

from __future__ import annotations

import pytest

from journey.browser import Browser
from journey.scenes import FLAGGED, say

SETTLED_MS = 1500
"""Longer than a check takes, and the wait before it."""

MESSAGES = [("https://bsky.app/form", "/messages/3kabc"), ("https://x.com/form", "/i/chat/123-456")]

GO = "path => history.pushState(null, '', path)"


@pytest.mark.parametrize(("url", "path"), MESSAGES, ids=["bluesky", "x"])
def test_a_message_is_not_read_and_a_post_is(browser: Browser, url: str, path: str) -> None:
    tab = browser.open(url)
    tab.evaluate(GO, path)
    tab.type(FLAGGED)
    tab.pause(SETTLED_MS)
    assert tab.marked() == []
    tab.click("button", "Reply")
    tab.wait_posts(FLAGGED)
    tab.close()

    post = browser.open(url)
    post.type(FLAGGED)
    post.wait_marked()
    post.click("button", "Reply")
    post.wait_for("button", say("gate_anyway"))
    assert post.posts() == []
    post.close()
