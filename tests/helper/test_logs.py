from __future__ import annotations

import logging
import string
from collections.abc import Iterator
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil import logs


@pytest.fixture
def _as_before() -> Iterator[None]:
    """Puts logging back as it was."""
    ours, root = logging.getLogger("postil"), logging.getLogger()
    kept = ours.handlers[:], ours.level, ours.propagate, root.handlers[:], logging.raiseExceptions
    yield
    ours.handlers[:], ours.level, ours.propagate, root.handlers[:], logging.raiseExceptions = kept


def test_every_event_has_a_line() -> None:
    assert set(logs.EVENTS) == set(get_args(logs.Event))


@pytest.mark.usefixtures("_as_before")
def test_an_event_is_one_line_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    logs.write_events()
    logs.say("listening", port=28417)
    assert capsys.readouterr().err.endswith(" postil INFO Listening on 127.0.0.1:28417.\n")


@pytest.mark.usefixtures("_as_before")
def test_libraries_are_not_heard(capsys: pytest.CaptureFixture[str]) -> None:
    logs.write_events()
    logging.getLogger("aiohttp.server").error("a text")
    logging.getLogger("asyncio").warning("a text")
    assert capsys.readouterr() == ("", "")


@given(st.text(st.characters(categories=["L", "Zs", "Po"]), min_size=1))
def test_a_sentence_cannot_be_logged(text: str) -> None:
    names = set(string.ascii_letters + string.digits + "._-")
    expected = text if set(text) <= names and text[0] in string.ascii_letters and len(text) <= 60 else "?"
    assert logs._plain(text) == expected


@pytest.mark.parametrize("fact", ["ValueError", "check", "aiohttp.web", 12, -1])
def test_names_and_numbers_are_written(fact: int | str) -> None:
    assert logs._plain(fact) == str(fact)
