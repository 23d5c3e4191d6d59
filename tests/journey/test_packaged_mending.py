"""Mending with the packaged extension, on pages where Firefox needs it.

Unpacked, Firefox loads no module into a frame that its page writes with `document.write`, as the classic editor of
WordPress does; what the stores get is one file. The bodies are those of every other page.
"""

from __future__ import annotations

import pytest

from journey.browser import Browser
from journey.scenes import SCENES, Scene
from journey.test_mending import (
    leeds,
    test_a_sentence_is_added_and_the_editor_goes_on_working,
    test_words_are_rewritten_and_undo_brings_them_back,
    test_words_are_taken_out_and_undo_brings_them_back,
)

SENT_ELSEWHERE = [scene for scene in SCENES if scene.packaged]

__all__ = [
    "leeds",
    "test_a_sentence_is_added_and_the_editor_goes_on_working",
    "test_words_are_rewritten_and_undo_brings_them_back",
    "test_words_are_taken_out_and_undo_brings_them_back",
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
