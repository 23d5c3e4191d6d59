from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from postil.updates.due import AFTER_FAILURE_S, INTERVAL_S, is_due, next_time

TIMES = st.floats(1e9, 4e9)


@given(now=TIMES, chance=st.floats(0, 1), failed=st.booleans())
def test_the_next_time_is_a_quarter_around_its_interval(now: float, chance: float, failed: bool) -> None:  # noqa: FBT001
    wait = next_time(now, failed=failed, chance=lambda: chance) - now
    usual = AFTER_FAILURE_S if failed else INTERVAL_S
    assert 0.749 * usual <= wait <= 1.251 * usual


@given(now=TIMES, failed=st.booleans(), passed=st.floats(0, 1))
def test_it_is_due_when_its_time_has_come(now: float, failed: bool, passed: float) -> None:  # noqa: FBT001
    planned = next_time(now, failed=failed)
    assert is_due(planned, now + passed * (planned - now)) == (now + passed * (planned - now) >= planned)
    assert is_due(planned, planned)


@given(now=TIMES, back=st.floats(2 * INTERVAL_S, 1e9))
def test_a_clock_that_went_back_does_not_silence_it(now: float, back: float) -> None:
    assert is_due(next_time(now, failed=False), now - back)


def test_no_plan_is_due() -> None:
    assert is_due(None, 0)
    assert is_due("tomorrow", 0)
    assert is_due(float("nan"), 0)
    assert is_due(float("inf"), 0)


def test_two_computers_do_not_keep_step() -> None:
    assert len({next_time(0, failed=False) for _ in range(100)}) > 90
