"""What the handlers work with while the helper runs. Nothing of a draft is among it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from postil.server.guard import Guard
from postil.server.pairings import Pairings
from postil.server.rules import Rules
from postil.server.workers import Workers


@dataclass(slots=True)
class Desk:
    """Who may ask, by which rules they are answered, and what is counted for `health`."""

    pairings: Pairings
    guard: Guard
    rules: Rules
    workers: Workers = field(default_factory=Workers)
    started: float = field(default_factory=time.monotonic)
    checks: int = 0
    look: Callable[[], None] = lambda: None
    """Called at every good request: whether other rules are in force by now."""
