"""`account`."""

from __future__ import annotations

from helper.engine.builders import findings
from postil.model.condition import AccountIs
from postil.model.draft import Account


def test_account_is_personal_unless_said_otherwise() -> None:
    assert findings(AccountIs(kind="personal"), [], "x")
    assert findings(AccountIs(kind="brand"), [], "x", account=Account(kind="brand"))
    assert findings(AccountIs(kind="brand"), [], "x") == ()
