"""Other rules while the helper runs: noticed at a question, read beside the questions, and put in the place of the old.

Whoever asks meanwhile is answered by the rules of before. Nothing is looked at while nobody asks.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Hashable
from pathlib import Path

from postil.logs import say
from postil.server.desk import Desk
from postil.server.rules import Rules, Supply, load_rules


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
        fresh = await asyncio.to_thread(self.load)
        if fresh.in_force is None:
            return
        desk.rules = fresh
        say("rules-renewed", policies=len(fresh.in_force.rulebook.policies))
        await asyncio.to_thread(_forget_the_old)


def _forget_the_old() -> None:
    """The rules of before were kept out of collections, and so are those of now from here on."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
