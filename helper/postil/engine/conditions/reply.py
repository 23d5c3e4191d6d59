"""`reply`: the post answers or quotes another one."""

from __future__ import annotations

from postil.engine.conditions.verdict import Verdict, is_so
from postil.engine.scene import Scene
from postil.model.condition import ReplyIs


def judge(condition: ReplyIs, scene: Scene) -> Verdict:
    """Say whether it answers another post. A page always shows that: without `reply_to` it stands alone."""
    draft = scene.draft
    reply = draft.reply_to
    empty = reply is not None and reply.author == "" and reply.text == ""
    return is_so((draft.surface == "share" or (reply is not None and not empty)) == condition.present)
