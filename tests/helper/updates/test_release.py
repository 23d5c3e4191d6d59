from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.errors import UpdateError
from postil.updates.release import HIGHEST, LARGEST_PACK, Release, read_release, suits, write_release

RELEASE = Release(
    pack="leeds",
    version="2026.11.2",
    sequence=41,
    issued=date(2026, 11, 21),
    expires=date(2027, 5, 20),
    minimum_engine="0.1.0",
    sha256="0f" * 32,
    size=423_521,
)
VALUES = json.loads(write_release(RELEASE))


@given(
    st.builds(
        Release,
        pack=st.from_regex(r"[a-z0-9][a-z0-9-]{0,63}", fullmatch=True),
        version=st.from_regex(r"[0-9A-Za-z][0-9A-Za-z.+-]{0,39}", fullmatch=True),
        sequence=st.integers(1, HIGHEST),
        issued=st.dates(),
        expires=st.dates(),
        minimum_engine=st.from_regex(r"\d{1,5}(\.\d{1,5}){0,3}", fullmatch=True).filter(str.isascii),
        sha256=st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
        size=st.integers(1, LARGEST_PACK),
    )
)
def test_what_is_written_is_read(release: Release) -> None:
    assert read_release(write_release(release)) == release


def test_the_file_is_named_by_its_hash() -> None:
    assert RELEASE.file == "leeds-2026.11.2-0f0f0f0f0f0f0f0f.postil"
    assert RELEASE.edition.expired(date(2027, 5, 21))
    assert not RELEASE.edition.expired(date(2027, 5, 20))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("format", 2),
        ("pack", "../x"),
        ("pack", "UPPER"),
        ("version", "1/2"),
        ("version", 7),
        ("sequence", 0),
        ("sequence", -1),
        ("sequence", True),
        ("sequence", 1.5),
        ("sequence", HIGHEST + 1),
        ("issued", "yesterday"),
        ("expires", None),
        ("minimum-engine", "new"),
        ("file", "https://elsewhere.example/x.postil"),
        ("file", "../x.postil"),
        ("sha256", "0F" * 32),
        ("size", 0),
        ("size", LARGEST_PACK + 1),
    ],
)
def test_a_value_that_does_not_fit_is_refused(key: str, value: object) -> None:
    with pytest.raises(UpdateError, match="The release cannot be used"):
        read_release(json.dumps(VALUES | {key: value}).encode())


@pytest.mark.parametrize("key", VALUES)
def test_a_value_that_is_missing_is_refused(key: str) -> None:
    with pytest.raises(UpdateError):
        read_release(json.dumps({name: one for name, one in VALUES.items() if name != key}).encode())


def test_a_later_postil_may_say_more_but_nothing_twice() -> None:
    assert read_release(json.dumps(VALUES | {"note": "Clause 3"}).encode()) == RELEASE
    with pytest.raises(UpdateError):
        read_release(write_release(RELEASE).replace(b"{", b'{"sequence": 42,', 1))


@given(st.binary(max_size=300))
def test_nothing_else_gets_through(data: bytes) -> None:
    with pytest.raises(UpdateError):
        read_release(data)


def test_depth_is_no_way_in() -> None:
    with pytest.raises(UpdateError):
        read_release(b"[" * 16_000)


@pytest.mark.parametrize(
    ("minimum", "engine", "fits"),
    [
        ("0.1.0", "0.1.0", True),
        ("0.1", "0.1.0", True),
        ("0.2", "0.10", True),
        ("0.10", "0.2", False),
        ("1", "0.9.9", False),
        ("0.1.0", "0.1.0rc1", True),
        ("0.1.1", "0.1.1.dev3", True),
        ("0", "0", True),
        ("0.1", "unknown", False),
    ],
)
def test_engines_are_compared_by_number(minimum: str, engine: str, fits: bool) -> None:  # noqa: FBT001
    assert suits(minimum, engine) == fits
