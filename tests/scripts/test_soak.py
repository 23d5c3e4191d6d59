"""A storm of seconds over rules of one word, and what the report makes of a storm that was not weathered."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from helper.server.process import TINY  # noqa: E402 - the path to the scripts comes first
from soak_bounds import Bound  # noqa: E402
from soak_faults import Faults  # noqa: E402
from soak_house import SoakHouse  # noqa: E402
from soak_load import Tally, spoil  # noqa: E402
from soaking import report  # noqa: E402

SHORT = (
    "--seconds",
    "12",
    "--pairings",
    "4",
    "--per-second",
    "40",
    "--slow",
    "5",
    "--malformed",
    "100",
    "--every",
    "0.4",
)


def test_a_short_storm_is_weathered() -> None:
    words = [sys.executable, str(ROOT / "scripts" / "soak"), *SHORT, "--no-bounds", "--rules", str(TINY)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "all kept" in done.stdout
    for fault in ("killed", "clock ahead", "clock behind", "disk full", "rules changed"):
        assert f"{fault} " in done.stdout


@pytest.fixture
def faults(tmp_path: Path) -> Iterator[Faults]:
    house = SoakHouse(tmp_path, TINY)
    with house.held:
        chance = random.Random(1)  # noqa: S311 - repeatable, no secret
        yield Faults(house, house.pair(1)[0], chance, 0.1, recovered={"killed": [0.1]})


GOOD = [50.0, 50.0, 50.0, 50.0]


def test_a_storm_without_a_scratch_is_reported_so(faults: Faults) -> None:
    assert report(Tally(answered=9), faults, GOOD, []) == []


@pytest.mark.parametrize(
    ("tally", "memory", "hits", "said"),
    [
        (Tally(answered=9, wrong=["x"]), GOOD, [], "a wrong review"),
        (Tally(answered=9, lost=1), GOOD, [], "a lost draft"),
        (Tally(), GOOD, [], "no review at all"),
        (Tally(answered=9, odd=[b"HTTP/1.1 500"]), GOOD, [], "another reply than the refusal"),
        (Tally(answered=9), [50.0, 50.0, 50.0, 90.0], [], "memory that grows"),
        (Tally(answered=9), [], [], "memory that was not looked at"),
        (Tally(answered=9), GOOD, ["a file"], "text on disk"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_was_not_kept_is_said(
    faults: Faults, tally: Tally, memory: list[float], hits: list[str], said: str
) -> None:
    assert report(tally, faults, memory, hits) == [said]


def test_a_helper_that_never_came_back_is_said(faults: Faults) -> None:
    faults.never.append("killed")
    assert report(Tally(answered=9), faults, GOOD, []) == ["no answer after a fault"]


def test_a_bound_knows_its_direction() -> None:
    assert Bound("x", 1, "s", 2).held
    assert not Bound("x", 3, "s", 2).held
    assert Bound("x", 3, "/s", 2, at_least=True).held
    assert "MISSED" in Bound("x", 1, "/s", 2, at_least=True).line()


def test_what_is_spoilt_is_no_good_request_any_more() -> None:
    good = b"POST /v1/check HTTP/1.1\r\nHost: 127.0.0.1:1\r\nContent-Length: 3\r\n\r\nabc"
    chance = random.Random(2)  # noqa: S311 - as above
    seen = {spoil(good, chance, [b"word"]) for _ in range(300)}
    assert good not in seen
    assert good.lower() not in {one.lower() for one in seen}
    assert len(seen) > 100
