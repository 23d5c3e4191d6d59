"""Typing and posting with the packaged extension, on the pages where Firefox needs it; the bodies are every page's."""

from __future__ import annotations

from journey.packaged import packaged_browser, packaged_scene
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

__all__ = [
    "packaged_browser",
    "packaged_scene",
    "test_a_click_is_asked_about_once_and_exactly_one_post_results",
    "test_a_modal_that_keeps_the_focus_lets_the_card_have_it",
    "test_escape_returns_to_the_caret_and_dismissed_stays_dismissed",
    "test_the_key_that_posts_right_after_another_is_asked_about_too",
    "test_the_words_across_lines_and_emoji_are_underlined_for_a_person_to_see",
    "test_what_the_policy_allows_is_left_in_peace",
]
