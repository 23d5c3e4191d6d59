"""`/v1/health`: how the helper is doing, in numbers."""

from __future__ import annotations

import time
from typing import Any

from postil.config import version
from postil.server.desk import Desk
from postil.server.guard import Asked
from postil.server.wire import write_edition


async def health(desk: Desk, _asked: Asked) -> dict[str, Any]:
    """Counts since the start; `refused` by reason."""
    return {
        "version": version(),
        "uptime_s": int(time.monotonic() - desk.started),
        "rules": {"problems": desk.rules.problems},
        "edition": write_edition(desk.rules.edition),
        "checks": desk.checks,
        "refused": dict(desk.guard.refused),
    }
