"""A page and the packaged extension on it, for the pages that need it so in Firefox.

Unpacked, Firefox loads no module into a frame that its page writes with `document.write`, as the classic editor of
WordPress does; what the stores get is one file.
"""

from __future__ import annotations

import pytest

from journey.browser import Browser
from journey.scenes import SCENES, Scene


@pytest.fixture(scope="module", name="browser", params=["firefox"])
def packaged_browser(packaged_firefox: Browser) -> Browser:
    """The browser with the packaged extension."""
    return packaged_firefox


@pytest.fixture(
    name="scene", params=[scene for scene in SCENES if scene.packaged], ids=lambda scene: scene.name
)
def packaged_scene(request: pytest.FixtureRequest) -> Scene:
    """Each page that needs it."""
    found: Scene = request.param
    return found
