"""Mending with the packaged extension, on the pages where Firefox needs it; the bodies are every page's."""

from __future__ import annotations

from journey.packaged import packaged_browser, packaged_scene
from journey.test_mending import (
    leeds,
    test_a_sentence_is_added_and_the_editor_goes_on_working,
    test_words_are_rewritten_and_undo_brings_them_back,
    test_words_are_taken_out_and_undo_brings_them_back,
)

__all__ = [
    "leeds",
    "packaged_browser",
    "packaged_scene",
    "test_a_sentence_is_added_and_the_editor_goes_on_working",
    "test_words_are_rewritten_and_undo_brings_them_back",
    "test_words_are_taken_out_and_undo_brings_them_back",
]
