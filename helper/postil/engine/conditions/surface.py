"""`surface`: where the text is composed."""

from __future__ import annotations

from postil.engine.conditions.verdict import Verdict, is_so
from postil.engine.scene import Scene
from postil.model.condition import SurfaceIs


def judge(condition: SurfaceIs, scene: Scene) -> Verdict:
    """Say whether it is composed there."""
    return is_so(scene.draft.surface == condition.surface)
