"""When to ask again: every six hours, give or take a quarter, so that no two computers keep step; sooner after a failure."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final

INTERVAL_S: Final = 6 * 3600.0
AFTER_FAILURE_S: Final = 3600.0
_SPREAD: Final = 0.25


def next_time(now: float, *, failed: bool, chance: Callable[[], float] = random.random) -> float:
    """The next time to ask, in seconds since the epoch. `chance` is from 0 to 1."""
    wait = AFTER_FAILURE_S if failed else INTERVAL_S
    return now + wait * (1 - _SPREAD + 2 * _SPREAD * chance())


def is_due(planned: object, now: float) -> bool:
    """Whether it is time. A plan that is no time, or further off than any plan is made, counts for nothing."""
    if not isinstance(planned, int | float):
        return True
    return not now < planned <= now + INTERVAL_S * (1 + _SPREAD)
