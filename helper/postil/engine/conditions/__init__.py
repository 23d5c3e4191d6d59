"""Conditions: one kind, one file, one line in this table. No order of rules can change what they say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any as Anything

from postil.engine.conditions import (
    absence,
    account,
    all_any_not,
    attachment,
    audience,
    entity,
    existence,
    measure,
    occurrence,
    proximity,
    reply,
    schedule,
    surface,
    who,
    would_flag,
)
from postil.engine.conditions.verdict import Judge, Verdict
from postil.engine.scene import Scene
from postil.model import condition as kinds
from postil.model.condition import Condition

JUDGES: dict[type, Callable[[Anything, Scene], Verdict]] = {
    kinds.Existence: existence.judge,
    kinds.Absence: absence.judge,
    kinds.Occurrence: occurrence.judge,
    kinds.Proximity: proximity.judge,
    kinds.EntityIs: entity.judge,
    kinds.AttachmentIs: attachment.judge,
    kinds.Measure: measure.judge,
    kinds.AccountIs: account.judge,
    kinds.WhoIs: who.judge,
    kinds.SurfaceIs: surface.judge,
    kinds.AudienceIs: audience.judge,
    kinds.Schedule: schedule.judge,
    kinds.ReplyIs: reply.judge,
    kinds.WouldFlag: would_flag.judge,
}
COMBINATIONS: dict[type, Callable[[Anything, Scene, Judge], Verdict]] = {
    kinds.All: all_any_not.judge_all,
    kinds.Any: all_any_not.judge_any,
    kinds.Not: all_any_not.judge_not,
}


def judge(condition: Condition, scene: Scene) -> Verdict:
    """Say whether a condition holds for a scene."""
    combine = COMBINATIONS.get(type(condition))
    return combine(condition, scene, judge) if combine else JUDGES[type(condition)](condition, scene)
