"""A site that has renamed everything that its file knows: it is still checked and still asked about, and the popup says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from journey.browser import Browser
from journey.drivers import EACH, START
from journey.scenes import FLAGGED, SCENES, Scene, say
from journey.stage import Stage
from journey.world import Helper, copy_extension

BREAKS = {"composer": ("composer", "submit", "frame"), "button": ("submit", "frame")}
"""What no longer matches anything: by the part of the page that the site has renamed."""
SITES = [scene for scene in SCENES if scene.name in {"x", "mastodon"}]


def spoil(extension: Path, site: str, keys: tuple[str, ...]) -> None:
    """Make the selectors of a site's file match nothing."""
    path = extension / "sites" / f"{site}.js"
    text = path.read_text()
    for key in keys:
        text, times = re.subn(
            rf"\n  {key}:\s*(?:'[^']*'|\"[^\"]*\"),\n", f'\n  {key}: "renamed-{key}",\n', text
        )
        assert times == 1, f"{site}.js has no plain {key}"
    path.write_text(text)


@pytest.fixture
def spoiled(
    request: pytest.FixtureRequest, tmp_path: Path, stage: Stage, helper: Helper
) -> Iterator[Browser]:
    """A browser whose extension knows X and Mastodon no longer."""
    name, broken = request.param
    extension = copy_extension(tmp_path, helper.port)
    for scene in SITES:
        spoil(extension, scene.name, BREAKS[broken])
    with START[name](extension, stage) as browser:
        assert browser.ask({"kind": "pair", "line": helper.pair(tmp_path.name)})["ok"]
        yield browser


def journey(browser: Browser, scene: Scene) -> None:
    """Type, be asked, read what the popup says, and post."""
    tab = browser.open(scene.url)
    tab.type(FLAGGED)
    tab.wait_marked(15_000)
    scene.submit(tab)
    tab.wait_for("button", say("gate_anyway"))
    assert tab.posts() == []
    with browser.page("popup/popup.html") as popup:
        popup.wait_until("(words) => document.body.innerText.includes(words)", say("state_fallback"))
    tab.front()
    tab.click("button", say("gate_anyway"))
    tab.gone("button", say("gate_anyway"))
    scene.submit(tab)
    tab.wait_until("() => window.stage.posts.length > 0")
    assert tab.posts() == [FLAGGED]
    assert tab.model() == FLAGGED
    tab.close()


@pytest.mark.parametrize(
    "spoiled", [(name, broken) for name in EACH for broken in BREAKS], indirect=True, ids="-".join
)
def test_a_file_that_knows_its_site_no_longer_gives_way_to_any(spoiled: Browser) -> None:
    for scene in SITES:
        journey(spoiled, scene)
