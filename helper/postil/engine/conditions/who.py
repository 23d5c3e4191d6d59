"""`who`: the writer is a member of staff or a student."""

from __future__ import annotations

from postil.engine.conditions.verdict import Verdict, is_so
from postil.engine.scene import Scene
from postil.model.condition import WhoIs


def judge(condition: WhoIs, scene: Scene) -> Verdict:
    """Say whether the writer has that role."""
    return is_so(scene.draft.role == condition.role)
