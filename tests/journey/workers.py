"""Who runs what under pytest-xdist: two workers for each browser, each with a browser of its own.

A browser waits most of the time, for pages and for people's pace; four of them keep two cores busy. A file that starts
browsers for itself goes to whichever worker is free, and is not parted: each part would start them anew.

pytest-xdist's own `--dist loadgroup` says this by marks, but its release of 2025 does not group under pytest 9.2.
"""

from __future__ import annotations

import re
import zlib

from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

from journey.drivers import START

SHARES = 2
"""How many workers share the tests of one browser."""

OF_THEIR_OWN = frozenset(
    f"tests/journey/test_{name}.py"
    for name in ("attackers", "fallback", "faults", "impostors", "package", "strangers")
)
"""Files that start the browsers that they need: each is a share for every browser."""

PACKAGED = "tests/journey/test_packaged_"
"""How files begin whose browser has the extension as the stores get it."""


class ByBrowser(LoadScopeScheduling):  # type: ignore[misc] # xdist ships no types
    """Tests that share a browser run one after the other in one process."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.split("::", maxsplit=1)[0]
        if file.startswith(PACKAGED):
            return "packaged"
        parameters = re.search(r"\[(.*)\]$", nodeid)
        named = parameters[1].split("-") if parameters else []
        for name in START:
            if name in named:
                return f"{name} {file if file in OF_THEIR_OWN else zlib.crc32(nodeid.encode()) % SHARES}"
        return file
