from __future__ import annotations

import copy
import logging
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.server.hidden import Hidden

TEXT = b"Mevrouw op kamer 12"


@given(st.binary(min_size=30))
def test_only_the_length_is_ever_written(data: bytes) -> None:
    hidden = Hidden(data)
    for written in (repr(hidden), str(hidden), f"{hidden}", f"{hidden!r:>40}", "%s" % hidden):  # noqa: UP031
        assert written.strip() == f"<hidden, {len(data)} bytes>"


def test_what_is_hidden_can_be_had() -> None:
    assert Hidden(TEXT).reveal() == TEXT


def test_logging_it_writes_its_length(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("any").error("got %s", Hidden(TEXT))
    assert caplog.messages == [f"got <hidden, {len(TEXT)} bytes>"]


@pytest.mark.parametrize("carry", [pickle.dumps, copy.copy, copy.deepcopy])
def test_it_cannot_be_carried_away(carry: object) -> None:
    assert callable(carry)
    with pytest.raises(TypeError, match="stay"):
        carry(Hidden(TEXT))
