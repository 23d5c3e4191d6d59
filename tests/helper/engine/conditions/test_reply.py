"""`reply`."""

from __future__ import annotations

import pytest

from helper.engine.builders import findings
from postil.model.condition import ReplyIs
from postil.model.draft import Reply


@pytest.mark.parametrize(
    ("reply", "surface", "answers"),
    [
        (None, "post", False),
        (Reply(author="", text=""), "post", False),
        (Reply(), "post", True),
        (Reply(text="x"), "post", True),
        (None, "share", True),
    ],
)
def test_reply(reply: Reply | None, surface: str, *, answers: bool) -> None:
    for present in (True, False):
        found = findings(ReplyIs(present=present), [], "x", reply_to=reply, surface=surface)
        assert bool(found) == (present == answers)
