from __future__ import annotations

from pathlib import Path

from helper.server.house import RULES
from postil.server.desk import Desk
from postil.server.guard import Guard
from postil.server.pairings import Pairings


async def test_a_desk_begins_empty_and_holds_no_draft(tmp_path: Path) -> None:
    pairings = Pairings(tmp_path)
    desk = Desk(pairings, Guard(pairings, 1), RULES)
    assert (desk.checks, desk.guard.refused) == (0, {})
    kept = {"pairings", "guard", "rules", "workers", "started", "checks", "look"}
    assert set(Desk.__slots__) == kept
