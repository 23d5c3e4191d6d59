"""`/v1/health`: how the helper is doing, in numbers."""

from __future__ import annotations

import time
from typing import Any

from postil.config import version
from postil.server.desk import Desk
from postil.server.guard import Asked


async def health(desk: Desk, _asked: Asked) -> dict[str, Any]:
    """Counts since the start; `refused` by reason."""
    return {
        "version": version(),
        "uptime_s": int(time.monotonic() - desk.started),
        "rules": {"problems": desk.rules.problems},
        "checks": desk.checks,
        "refused": dict(desk.guard.refused),
    }
