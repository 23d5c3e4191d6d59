"""`audience`: who will be able to read it."""

from __future__ import annotations

from postil.engine.conditions.verdict import Verdict, is_so, not_seen
from postil.engine.scene import Scene
from postil.model.condition import AudienceIs


def judge(condition: AudienceIs, scene: Scene) -> Verdict:
    """Say whether it goes to that audience; a group is any closed circle."""
    audience = scene.draft.audience
    if audience is None:
        return not_seen("audience")
    return is_so(audience != "public" if condition.audience == "group" else audience == condition.audience)
