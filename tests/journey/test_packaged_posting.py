"""Typing and posting with the packaged extension, on pages where Firefox needs it.

Unpacked, Firefox loads no module into a frame that its page writes with `document.write`, as the classic editor of
WordPress does; what the stores get is one file. The bodies are those of every other page.
"""

from __future__ import annotations

import pytest

from journey.browser import Browser
from journey.scenes import SCENES, Scene
from journey.test_posting import (
    test_a_click_is_asked_about_once_and_exactly_one_post_results,
    test_a_modal_that_keeps_the_focus_lets_the_card_have_it,
    test_the_key_that_posts_right_after_another_is_asked_about_too,
)
from journey.test_typing import (
    test_escape_returns_to_the_caret_and_dismissed_stays_dismissed,
    test_the_words_across_lines_and_emoji_are_underlined_for_a_person_to_see,
    test_what_the_policy_allows_is_left_in_peace,
)

SENT_ELSEWHERE = [scene for scene in SCENES if scene.packaged]

__all__ = [
    "test_a_click_is_asked_about_once_and_exactly_one_post_results",
    "test_a_modal_that_keeps_the_focus_lets_the_card_have_it",
    "test_escape_returns_to_the_caret_and_dismissed_stays_dismissed",
    "test_the_key_that_posts_right_after_another_is_asked_about_too",
    "test_the_words_across_lines_and_emoji_are_underlined_for_a_person_to_see",
    "test_what_the_policy_allows_is_left_in_peace",
]


@pytest.fixture(scope="module", params=["firefox"])
def browser(packaged_firefox: Browser) -> Browser:
    """The browser with the packaged extension."""
    return packaged_firefox


@pytest.fixture(params=SENT_ELSEWHERE, ids=lambda scene: scene.name)
def scene(request: pytest.FixtureRequest) -> Scene:
    """Each page that needs it."""
    found: Scene = request.param
    return found
