"""With `-n 2` each browser has a worker of its own, and every other file goes to whichever worker is free.

pytest-xdist's own `--dist loadgroup` says this by marks, but its release of 2025 does not group under pytest 9.2.
"""

from __future__ import annotations

import re

from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

from journey.drivers import START


class ByBrowser(LoadScopeScheduling):  # type: ignore[misc] # xdist ships no types
    """Tests that share a browser run one after the other in one process."""

    def _split_scope(self, nodeid: str) -> str:
        parameters = re.search(r"\[(.*)\]$", nodeid)
        named = parameters[1].split("-") if parameters else []
        return next((name for name in START if name in named), nodeid.split("::", maxsplit=1)[0])
