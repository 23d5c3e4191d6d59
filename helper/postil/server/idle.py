"""When a helper that systemd can start again ends by itself: nobody has asked, nobody is connected."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from postil.logs import say

IDLE_S: Final = 600.0
_LOOKS: Final = 10
"""How often it looks in that time: the clock is woken once a minute."""


async def stay(
    told: asyncio.Event, checks: Callable[[], int], connected: Callable[[], bool], idle_s: float | None
) -> None:
    """Wait until told to stop, or until no draft was checked for `idle_s` seconds (never, where it is `None`).

    It returns to its caller without giving way, so that nobody connects between the last look and the close.
    """
    if idle_s is None:
        await told.wait()
        return
    quiet, before = 0, checks()
    while quiet < _LOOKS or connected():
        with suppress(TimeoutError):
            async with asyncio.timeout(idle_s / _LOOKS):
                await told.wait()
                return
        quiet, before = (quiet + 1 if checks() == before else 0), checks()
    say("idle", minutes=round(idle_s / 60))
