"""`schedule`."""

from __future__ import annotations

import pytest

from helper.engine.builders import findings, terms
from postil.model.condition import All, Existence, Schedule

LISTS = [terms("a", "a")]
CONDITION = All((Existence(terms=("a",)), Schedule()))


@pytest.mark.parametrize(
    ("time", "hours", "holds"),
    [
        ("2026-11-24T10:15", "Mon-Fri 09:00-17:00", True),
        ("2026-11-24T17:00", "Mon-Fri 09:00-17:00", False),
        ("2026-11-24T09:00", "tue 09:00-17:00", True),
        ("2026-11-22T10:15", "Mon-Fri 09:00-17:00", False),
        ("2026-11-22T10:15", "Sat-Mon 9:00-17:00", True),
        ("2026-11-24T10:15", "off", False),
    ],
)
def test_hours(time: str, hours: str, *, holds: bool) -> None:
    found = findings(CONDITION, LISTS, "a", time=time, working_hours=hours)
    assert [one.severity for one in found] == (["warning"] if holds else [])


@pytest.mark.parametrize(
    ("time", "hours", "unknown"),
    [
        (None, "Mon-Fri 09:00-17:00", ("time",)),
        ("2026-11-24T10:15", None, ("working_hours",)),
        ("2026-11-24T10:15", "nine to five", ("working_hours",)),
        ("now", None, ("time", "working_hours")),
    ],
)
def test_what_is_not_known(time: str | None, hours: str | None, unknown: tuple[str, ...]) -> None:
    (found,) = findings(CONDITION, LISTS, "a", time=time, working_hours=hours)
    assert (found.severity, found.unknown) == ("suggestion", unknown)
