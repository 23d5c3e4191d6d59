"""`surface`."""

from __future__ import annotations

from helper.engine.builders import findings
from postil.model.condition import SurfaceIs


def test_surface_is_a_post_unless_said_otherwise() -> None:
    assert findings(SurfaceIs(surface="post"), [], "x")
    assert findings(SurfaceIs(surface="profile"), [], "x", surface="profile")
    assert findings(SurfaceIs(surface="profile"), [], "x") == ()
