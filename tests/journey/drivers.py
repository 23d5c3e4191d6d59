"""The table of browsers, each with the way to start it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from journey.browser import Browser
from journey.chromium import Chromium
from journey.firefox import Firefox
from journey.stage import Stage

START: dict[str, Callable[[Path, Stage], AbstractContextManager[Browser]]] = {
    "chromium": lambda extension, stage: Chromium(extension, stage.port),
    "firefox": lambda extension, stage: Firefox(extension, stage.proxy_port),
}
"""By name: called with the extension's folder and the stage, it gives a browser that ends with its block."""

EACH = tuple(START)
"""Their names: parameters for a fixture."""
