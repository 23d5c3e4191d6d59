"""`account`: the account is a personal one or the institution's own."""

from __future__ import annotations

from postil.engine.conditions.verdict import Verdict, is_so
from postil.engine.scene import Scene
from postil.model.condition import AccountIs


def judge(condition: AccountIs, scene: Scene) -> Verdict:
    """Say whether the account is of that kind."""
    return is_so(scene.draft.account.kind == condition.kind)
