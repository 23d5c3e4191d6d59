from __future__ import annotations

import gzip
import json
import time
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helper.server.process import TINY
from postil.errors import UpdateError
from postil.updates import parcel
from postil.updates.parcel import LARGEST_OPENED, lay_out, read_rules, unwrap, wrap

NAMES = st.from_regex(r"(terms|topics|policies)/[a-z]{1,2}-[a-z0-9-]{0,20}\.yaml", fullmatch=True)


@given(st.dictionaries(NAMES, st.text(), min_size=1))
def test_what_is_wrapped_is_unwrapped(files: dict[str, str]) -> None:
    assert unwrap(wrap(files)) == files


def test_the_same_files_are_the_same_bytes(tmp_path: Path) -> None:
    files = read_rules(TINY)
    assert wrap(files) == wrap(dict(reversed(files.items())))
    lay_out(files, tmp_path)
    assert read_rules(tmp_path) == files
    assert {one.name for one in tmp_path.iterdir()} == {"terms", "topics", "policies"}


def packed(values: object) -> bytes:
    return gzip.compress(json.dumps(values).encode(), mtime=0)  # the same for every worker


@pytest.mark.parametrize(
    "name",
    [
        "../terms/x.yaml",
        "terms/../../x.yaml",
        "/etc/x.yaml",
        "terms/x/y.yaml",
        "terms\\x.yaml",
        "C:\\x.yaml",
        "terms/.x.yaml",
        "terms/x.yml",
        "terms/x.yaml\n",
        "terms/x.yaml\0",
        "TERMS/x.yaml",
        "terms/é.yaml",
        "terms/con.yaml",
        "topics/lpt1.yaml",
        "rulebook",
        "pack.postil",
        "",
    ],
)
def test_no_name_leads_elsewhere(name: str) -> None:
    with pytest.raises(UpdateError, match="a name that no rule file has"):
        unwrap(packed({"format": 1, "files": {name: "x"}}))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        wrap({"terms/x.yaml": "x"})[:-1],
        wrap({"terms/x.yaml": "x"}) + b"x",
        wrap({"terms/x.yaml": "x"}) * 2,
        packed([]),
        packed({}),
        packed({"format": 2, "files": {"terms/x.yaml": "x"}}),
        packed({"format": 1, "files": {}}),
        packed({"format": 1, "files": ["terms/x.yaml"]}),
        packed({"format": 1, "files": {"terms/x.yaml": 1}}),
        packed({"format": 1, "files": {"terms/x.yaml": "\ud800"}}),
        packed({"format": 1, "files": {"terms/x.yaml": "x" * (2**20 + 1)}}),
        packed({"format": 1, "files": {f"terms/x{n}.yaml": "x" for n in range(5001)}}),
        gzip.compress(b'{"format": 1, "files": {"terms/x.yaml": "x", "terms/x.yaml": "y"}}', mtime=0),
        gzip.compress(b"[" * 10**6, mtime=0),
        gzip.compress(b"\xff\xfe", mtime=0),
    ],
)
def test_what_is_no_pack_is_refused(data: bytes) -> None:
    with pytest.raises(UpdateError, match="The pack cannot be used"):
        unwrap(data)


@given(st.binary(max_size=200))
def test_nothing_else_gets_through(data: bytes) -> None:
    with pytest.raises(UpdateError):
        unwrap(data)


def test_a_bomb_is_not_opened() -> None:
    squeezer = zlib.compressobj(9, zlib.DEFLATED, 31)
    zeros = bytes(2**20)
    bomb = b"".join(squeezer.compress(zeros) for _ in range(1024)) + squeezer.flush()
    assert len(bomb) < 2 * 2**20  # a gigabyte in one or two megabytes
    start = time.process_time()
    with pytest.raises(UpdateError, match=f"more than {LARGEST_OPENED >> 20} MiB"):
        unwrap(bomb)
    assert time.process_time() - start < 2


def test_the_shipped_rules_stay_well_within_the_limits() -> None:
    files = read_rules(Path(__file__).parents[3] / "rules")
    assert unwrap(wrap(files)) == files
    assert len(files) < parcel.MOST_FILES / 4
    assert sum(len(text.encode()) for text in files.values()) < LARGEST_OPENED / 4
