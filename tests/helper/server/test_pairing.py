from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.server.pairing import PENDING_S, Pairing, from_json, to_json
from postil.server.seal import Keys, derive

pairings = st.builds(
    Pairing,
    name=st.text(min_size=1),
    keys=st.binary(min_size=32, max_size=32).map(derive),
    created=st.integers(0, 2**40),
    origin=st.none() | st.text(),
    browser=st.none() | st.text(),
)


@given(pairings)
def test_a_pairing_comes_back_from_json(pairing: Pairing) -> None:
    assert from_json(dict(to_json(pairing))) == pairing


@given(pairings)
def test_keys_are_not_shown(pairing: Pairing) -> None:
    assert pairing.keys.request.hex() not in repr(pairing)


@pytest.mark.parametrize(
    ("origin", "age", "live"),
    [
        (None, 0, True),
        (None, PENDING_S, True),
        (None, PENDING_S + 1, False),
        (None, -30, True),
        (None, -PENDING_S - 1, False),
        ("chrome-extension://x", 10**9, True),
    ],
)
def test_life(origin: str | None, age: int, live: bool) -> None:  # noqa: FBT001 - a column of the table
    pairing = Pairing(name="x", keys=derive(bytes(32)), created=1000, origin=origin)
    assert pairing.is_live(1000 + age) is live


def test_a_short_key_is_refused() -> None:
    entry = to_json(Pairing(name="x", keys=Keys(bytes(8), bytes(31), bytes(32)), created=0))
    with pytest.raises(ValueError, match="length"):
        from_json(dict(entry))
