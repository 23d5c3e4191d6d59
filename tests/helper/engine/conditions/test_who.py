"""`who`."""

from __future__ import annotations

from helper.engine.builders import findings
from postil.model.condition import WhoIs


def test_who_is_a_student_unless_said_otherwise() -> None:
    assert findings(WhoIs(role="student"), [], "x")
    assert findings(WhoIs(role="staff"), [], "x", role="staff")
    assert findings(WhoIs(role="staff"), [], "x") == ()
