from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from helper.server.house import House
from postil.config import version
from postil.model.edition import Edition
from postil.server.rules import Rules


async def test_health_is_numbers(house: House) -> None:
    await house.ask("/v1/check", {"text": "x"})
    await house.send(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    assert await house.ask("/v1/health", {}) == {
        "ok": True,
        "version": version(),
        "uptime_s": 0,
        "rules": {"problems": 0},
        "edition": None,
        "checks": 1,
        "refused": {"method": 1},
    }


async def test_problems_with_the_rules_are_counted(house: House) -> None:
    house.running.desk.rules = Rules(None, 5)
    assert (await house.ask("/v1/health", {}))["rules"] == {"problems": 5}


async def test_a_policy_update_is_told_with_its_days(house: House) -> None:
    desk = house.running.desk
    desk.rules = replace(desk.rules, edition=Edition("2026.11.2", date(2026, 11, 21), date(2026, 11, 22)))
    assert (await house.ask("/v1/health", {}))["edition"] == {
        "version": "2026.11.2",
        "issued": "2026-11-21",
        "expires": "2026-11-22",
        "expired": datetime.now(tz=UTC).date() > date(2026, 11, 22),
    }
