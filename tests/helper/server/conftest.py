"""A helper on a free port, with rules of one word and one paired browser of each make."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from helper.server.house import CHROME, FIREFOX, House, open_house


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """A running helper with a pinned Chrome and a pinned Firefox."""
    house = await open_house(tmp_path / "state")
    yield house
    await house.running.stop()


@pytest.fixture(params=[CHROME, FIREFOX], ids=["chrome", "firefox"])
def origin(request: pytest.FixtureRequest) -> str:
    """Each make of browser in turn."""
    return str(request.param)
