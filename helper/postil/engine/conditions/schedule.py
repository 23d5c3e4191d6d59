"""`schedule`: the time of writing falls within the hours that the person set."""

from __future__ import annotations

import re
from datetime import datetime

from postil.engine.conditions.verdict import NO, Verdict, is_so, not_seen
from postil.engine.scene import Scene
from postil.model.condition import Schedule

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = "|".join(_DAYS)
_HOURS = re.compile(
    rf"\s*({_DAY})(?:\s*-\s*({_DAY}))?\s+(\d\d?):(\d\d)\s*-\s*(\d\d?):(\d\d)\s*", re.IGNORECASE
)
_OFF = ("off", "")


def judge(_: Schedule, scene: Scene) -> Verdict:
    """Say whether the draft's local time lies within the working hours; start inclusive, end exclusive."""
    written = scene.draft.working_hours
    if written is None:
        written = scene.policy.working_hours
    if written is not None and written.strip().lower() in _OFF:
        return NO
    hours = _HOURS.fullmatch(written or "")
    moment = _moment(scene.draft.time)
    if hours is None or moment is None:
        return not_seen(
            *([] if hours else ["working_hours"]),
            *([] if moment else ["time"]),
        )
    first = _DAYS.index(hours[1].lower())
    last = _DAYS.index((hours[2] or hours[1]).lower())
    weekday = moment.weekday()
    works = first <= weekday <= last if first <= last else weekday >= first or weekday <= last
    begin, end = (int(hours[at]) * 60 + int(hours[at + 1]) for at in (3, 5))
    return is_so(works and begin <= moment.hour * 60 + moment.minute < end)


def _moment(written: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(written) if written else None
    except ValueError:
        return None
