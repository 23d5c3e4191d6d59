from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.server.line import read_line, write_line

VECTORS: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "wire" / "seal.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["name"])
def test_lines_read_and_write_as_the_vectors_say(case: dict[str, Any]) -> None:
    secret = bytes.fromhex(case["secret"])
    assert write_line(secret, case["port"]) == case["line"]
    assert read_line(case["line"]) == (secret, case["port"])


@pytest.mark.parametrize("line", VECTORS["lines"]["wrong"])
def test_wrong_lines_are_refused(line: str) -> None:
    with pytest.raises(ValueError, match="not a pairing line"):
        read_line(line)


@given(secret=st.binary(min_size=32, max_size=32), port=st.integers(1, 65535))
def test_a_line_has_one_shape(secret: bytes, port: int) -> None:
    line = write_line(secret, port)
    assert re.fullmatch(r"POSTIL1\.\d{1,5}\.[A-Z2-7]{52}\.[A-Z2-7]{4}", line)
    assert read_line(f"  {line}\n") == (secret, port)


@given(
    secret=st.binary(min_size=32, max_size=32),
    at=st.integers(0, 51),
    letter=st.sampled_from("ABCDEFGH234567"),
)
def test_a_mistyped_letter_is_noticed(secret: bytes, at: int, letter: str) -> None:
    line = write_line(secret, 28417)
    place = len("POSTIL1.28417.") + at
    wrong = line[:place] + letter + line[place + 1 :]
    if wrong != line:
        with pytest.raises(ValueError, match="not a pairing line"):
            read_line(wrong)


@pytest.mark.parametrize("size", [0, 31, 33])
def test_a_secret_has_32_bytes(size: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        write_line(bytes(size), 28417)
