"""One helper, one stage and one Chromium for all journeys of a worker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from journey.bundle import bundle
from journey.chromium import Chromium, Tab
from journey.scenes import ANY_HOST, SCENES, Scene
from journey.stage import Stage
from journey.world import Helper, copy_extension, free_port


@pytest.fixture(scope="session")
def stage() -> Iterator[Stage]:
    with Stage(bundle()) as stage:
        yield stage


@pytest.fixture(scope="session")
def helper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Helper]:
    helper = Helper(tmp_path_factory.mktemp("helper"), free_port())
    helper.start()
    yield helper
    helper.stop()


@pytest.fixture(scope="session")
def extension(tmp_path_factory: pytest.TempPathFactory, helper: Helper) -> Path:
    return copy_extension(tmp_path_factory.mktemp("extension"), helper.port, (ANY_HOST,))


@pytest.fixture(scope="session")
def browser(extension: Path, stage: Stage, helper: Helper) -> Iterator[Chromium]:
    with Chromium(extension, stage.port) as browser:
        answer = browser.ask({"kind": "pair", "line": helper.pair()})
        assert answer == {"ok": True} or answer.get("ok"), answer
        answer = browser.ask({"kind": "switch-on", "origin": ANY_HOST})
        assert answer.get("ok"), answer
        yield browser


@pytest.fixture(params=SCENES, ids=lambda scene: scene.name)
def scene(request: pytest.FixtureRequest) -> Scene:
    """Every page of the stage in turn."""
    found: Scene = request.param
    return found


@pytest.fixture
def tab(browser: Chromium, scene: Scene) -> Iterator[Tab]:
    """That page, fresh."""
    tab = browser.open(scene.url)
    yield tab
    tab.close()
