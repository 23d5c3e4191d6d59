from __future__ import annotations

from helper.server.house import House
from postil.config import version
from postil.server.rules import Rules


async def test_health_is_numbers(house: House) -> None:
    await house.ask("/v1/check", {"text": "x"})
    await house.send(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    assert await house.ask("/v1/health", {}) == {
        "ok": True,
        "version": version(),
        "uptime_s": 0,
        "rules": {"problems": 0},
        "checks": 1,
        "refused": {"method": 1},
    }


async def test_problems_with_the_rules_are_counted(house: House) -> None:
    house.running.desk.rules = Rules(None, 5)
    assert (await house.ask("/v1/health", {}))["rules"] == {"problems": 5}
