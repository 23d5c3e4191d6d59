"""The helper's own count of what it refused and why: it shows which wall an attacker ran into."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from helper.server.house import CHROME
from journey.world import Helper
from postil.server.client import ask
from postil.server.line import read_line
from postil.server.pairing import Pairing
from postil.server.seal import derive

PATIENCE_S = 30.0


class Watch:
    """A paired browser of the test's own, which asks the helper how it is doing."""

    _numbers = itertools.count(1)

    def __init__(self, helper: Helper, name: str) -> None:
        self._port = helper.port
        name = f"{name} {next(self._numbers)}"  # a worker may set up a module's watch twice
        keys = derive(read_line(helper.pair(name))[0])
        self.pairing = Pairing(name=name, keys=keys, created=0, origin=CHROME)
        ask(self.pairing, "/v1/hello", {"name": "Watch"}, port=self._port, patience_s=PATIENCE_S)

    def refused(self) -> Counter[str]:
        """Refusals so far, by reason."""
        answer = ask(self.pairing, "/v1/health", {}, port=self._port, patience_s=PATIENCE_S)
        return Counter(answer["refused"])

    @contextmanager
    def counting(self) -> Iterator[Counter[str]]:
        """What is refused within the block, by reason; filled at its end."""
        before = self.refused()
        found: Counter[str] = Counter()
        yield found
        found.update(self.refused() - before)
