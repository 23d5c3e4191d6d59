"""One helper, one stage and one browser of each kind for all journeys of a worker."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from journey import matrix, workers
from journey.browser import Browser
from journey.bundle import bundle
from journey.chromium import Chromium
from journey.drivers import START
from journey.firefox import Firefox
from journey.scenes import ANY_HOST, CORE, FLAGGED, SCENES, Scene
from journey.stage import Stage
from journey.tab import Tab
from journey.world import ROOT, Helper, copy_extension, free_port


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(matrix.Matrix(config), "matrix")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--matrix", action="store_true", help="every page, in every browser, with every deed")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A page where the unpacked extension cannot work is left to the packaged one; some to the whole matrix."""
    whole = config.getoption("--matrix")
    moved = [item for item in items if needs_package(item) or not (whole or is_of_the_core(item))]
    config.hook.pytest_deselected(items=moved)
    items[:] = [item for item in items if item not in moved]


def page_of(item: pytest.Item) -> tuple[Scene | None, str]:
    """The page and the browser that a test is run on, as far as it is run on a page of the table."""
    params = item.callspec.params if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}
    scene = params.get("scene")
    return scene if isinstance(scene, Scene) else None, str(params.get("browser", ""))


def needs_package(item: pytest.Item) -> bool:
    """Whether a test is of such a page, and with the unpacked extension."""
    scene, browser = page_of(item)
    here = scene is not None and scene.packaged != "" and scene.packaged == browser
    return here and not item.path.stem.startswith("test_packaged")


def is_of_the_core(item: pytest.Item) -> bool:
    """Whether a test is always run: all deeds on a page of every kind of editor, posting and mending on every page."""
    scene, browser = page_of(item)
    if scene is None or scene.name in CORE or item.path.stem.removeprefix("test_") not in matrix.FILES:
        return True
    deeds = {deed for mark in item.iter_markers("deed") for deed in mark.args}
    return browser == "chromium" and not deeds.isdisjoint({"click", "replace"})


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> workers.ByBrowser:
    return workers.ByBrowser(config, log)


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


def pair(browser: Browser, helper: Helper) -> None:
    """Make the browser ready: paired, and switched on where no social network is."""
    answer = browser.ask({"kind": "pair", "line": helper.pair(browser.name)})
    assert answer.get("ok"), answer
    answer = browser.ask({"kind": "switch-on", "origin": ANY_HOST})
    assert answer.get("ok"), answer
    tab = browser.open(f"{ANY_HOST}/form")
    tab.type_until_marked(FLAGGED)
    tab.close()


@pytest.fixture(scope="session")
def chromium(extension: Path, stage: Stage, helper: Helper) -> Iterator[Chromium]:
    with Chromium(extension, stage.port) as browser:
        pair(browser, helper)
        yield browser


@pytest.fixture(scope="session")
def firefox(extension: Path, stage: Stage, helper: Helper) -> Iterator[Firefox]:
    with Firefox(extension, stage.proxy_port) as browser:
        pair(browser, helper)
        yield browser


@pytest.fixture(scope="session")
def packaged_firefox(
    tmp_path_factory: pytest.TempPathFactory, stage: Stage, helper: Helper
) -> Iterator[Firefox]:
    """Firefox with the extension as the stores get it."""
    folder = tmp_path_factory.mktemp("packaged")
    command = [sys.executable, str(ROOT / "scripts" / "package"), "--out", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("postil-firefox-*.zip"))) as zipped:
        zipped.extractall(folder / "zip")
    extension = copy_extension(folder, helper.port, source=folder / "zip")
    with Firefox(extension, stage.proxy_port) as browser:
        answer = browser.ask({"kind": "pair", "line": helper.pair("packaged")})
        assert answer.get("ok"), answer
        yield browser


@pytest.fixture(scope="session", params=START)
def browser(request: pytest.FixtureRequest) -> Browser:
    """Every browser in turn."""
    found: Browser = request.getfixturevalue(request.param)
    return found


@pytest.fixture(params=SCENES, ids=lambda scene: scene.name)
def scene(request: pytest.FixtureRequest) -> Scene:
    """Every page of the stage in turn."""
    found: Scene = request.param
    return found


@pytest.fixture
def tab(browser: Browser, scene: Scene) -> Iterator[Tab]:
    """That page, fresh."""
    tab = browser.open(scene.url)
    yield tab
    tab.close()
