"""Other rules while the helper runs: noticed at a question, read beside the questions, and put in the place of the old.

Whoever asks meanwhile is answered by the rules of before. Nothing is looked at while nobody asks.
"""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import Hashable
from pathlib import Path
from typing import Final

from postil.engine.collector import paused
from postil.logs import say
from postil.server.desk import Desk
from postil.server.rules import Rules, Supply, load_rules

_TURN_S: Final = 0.0005
"""How long the reading has the processor at a time; Python's own 5 ms would add up over each answer."""


class Renewal:
    """Looks whether other rules are in force, and has them read if so."""

    def __init__(self, supply: Supply | None = None, folder: Path | None = None) -> None:
        """Take note of what is in force now, before anything of it is read. A folder that is named stays in force."""
        self._supply = None if folder else supply
        self._folder = folder
        self._seen: Hashable = self._supply.stamp() if self._supply else None
        self._task: asyncio.Task[None] | None = None

    def load(self) -> Rules:
        """The rules in force."""
        return load_rules(self._folder, self._supply)

    def look(self, desk: Desk) -> None:
        """Begin to read other rules, if there are any. It takes some microseconds and waits for nothing."""
        if self._supply is None or (self._task and not self._task.done()):
            return
        stamp = self._supply.stamp()
        if stamp != self._seen:
            self._seen = stamp  # what changes from here on is read again
            self._task = asyncio.create_task(self._renew(desk))

    async def _renew(self, desk: Desk) -> None:
        fresh = await asyncio.to_thread(self._read_beside)
        if fresh.in_force is None:
            return
        desk.rules = fresh
        gc.freeze()  # as at the start; the rules of before are in no ring, and go by themselves
        say("rules-renewed", policies=len(fresh.in_force.rulebook.policies))

    def _read_beside(self) -> Rules:
        """Read them so that whoever asks meanwhile has the processor within half a millisecond."""
        usual = sys.getswitchinterval()
        sys.setswitchinterval(_TURN_S)
        try:
            with paused():
                return self.load()
        finally:
            sys.setswitchinterval(usual)
