from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from postil.server import limits
from postil.server.limits import FRESH_MS, Bucket, Nonces


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_burst_then_the_rate() -> None:
    clock = Clock()
    bucket = Bucket(20.0, 40, clock)
    assert [bucket.take() for _ in range(41)] == [True] * 40 + [False]
    clock.now = 0.5
    assert [bucket.take() for _ in range(11)] == [True] * 10 + [False]


@given(st.lists(st.floats(0, 10), max_size=200))
def test_never_more_than_burst_and_rate_allow(steps: list[float]) -> None:
    clock = Clock()
    bucket = Bucket(20.0, 40, clock)
    taken = 0
    for step in steps:
        clock.now += step
        taken += bucket.take()
        assert taken <= 40 + 20 * clock.now + 1e-6


def test_a_clock_that_goes_back_gives_nothing() -> None:
    clock = Clock()
    bucket = Bucket(20.0, 1, clock)
    assert bucket.take()
    clock.now = -100
    assert not bucket.take()


@given(st.lists(st.tuples(st.integers(0, 20_000), st.integers(-FRESH_MS, FRESH_MS)), max_size=60))
def test_no_nonce_is_forgotten_while_it_could_be_fresh(visits: list[tuple[int, int]]) -> None:
    nonces = Nonces()
    now = 10**12
    made: list[tuple[bytes, int]] = []
    for count, (step, ahead) in enumerate(visits):
        now += step
        for nonce, time_ms in made:
            if abs(now - time_ms) <= FRESH_MS:
                assert nonces.seen(nonce)
        nonce = count.to_bytes(12, "big")
        nonces.add(nonce, now)
        made.append((nonce, now + ahead))


def test_old_nonces_take_no_room() -> None:
    nonces = Nonces()
    for count in range(1000):
        nonces.add(count.to_bytes(12, "big"), count * 1000)
    assert len(nonces) <= 2 * FRESH_MS // 1000 + 1


def test_a_clock_that_goes_back_takes_nothing_either() -> None:
    clock = Clock()
    bucket = Bucket(20.0, 2, clock)
    assert bucket.take()
    clock.now = -100
    assert bucket.take()


def test_a_nonce_is_forgotten_as_soon_as_it_can_be_fresh_no_more() -> None:
    nonces = Nonces()
    nonces.add(b"one", 0)
    nonces.add(b"two", 2 * FRESH_MS)
    assert (nonces.seen(b"one"), nonces.seen(b"two"), len(nonces)) == (False, True, 1)


def test_the_limits_are_those_that_were_promised() -> None:
    assert (limits.REQUEST_BYTES, limits.MEDIA_BYTES) == (524_288, 25_165_824)
    assert (limits.CHARACTERS, limits.CONNECTIONS, limits.BODY_S) == (64_000, 64, 3.0)
    assert (limits.RATE_PER_S, limits.BURST, limits.FRESH_MS) == (20.0, 40, 30_000)
    assert (limits.IDLE_S, limits.LINGER_S, limits.HEAD_BYTES, limits.HEADERS) == (10.0, 0.5, 4096, 40)
    assert (limits.INLINE_CHARACTERS, limits.THREADS, limits.WAITING, limits.PICTURES) == (2_000, 2, 16, 2)
