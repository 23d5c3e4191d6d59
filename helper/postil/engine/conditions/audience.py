"""`audience`: who will be able to read it."""

from __future__ import annotations

from postil.engine.conditions.verdict import Verdict, is_so, not_seen
from postil.engine.scene import Scene
from postil.model.condition import AudienceIs


def judge(condition: AudienceIs, scene: Scene) -> Verdict:
    """Say whether it goes to that audience."""
    audience = scene.draft.audience
    return not_seen("audience") if audience is None else is_so(audience == condition.audience)
