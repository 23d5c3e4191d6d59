from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from helper.media.pictures import exif, moving, picture
from postil.media.picture import LONGEST_SIDE_PX, MAX_BYTES, Problem, is_moving, open_picture, shrink


def opened(data: bytes) -> Image.Image:
    image = open_picture(data)
    assert isinstance(image, Image.Image)
    return image


def png_that_claims(width: int, height: int) -> bytes:
    """A small file whose header promises so many pixels."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = b"IDAT" + zlib.compress(bytes(1000))
    parts = (head, data, b"IEND")
    chunks = (struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part)) for part in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "AVIF"])
def test_the_size_is_read_off_the_content(form: str) -> None:
    assert opened(picture(form, (300, 120))).size == (300, 120)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", Problem.EMPTY),
        (bytes(MAX_BYTES + 1), Problem.TOO_LARGE),
        (png_that_claims(30_000, 30_000), Problem.TOO_MANY_PIXELS),
        (png_that_claims(10_000, 10_000), Problem.TOO_MANY_PIXELS),
        (b"\xff\xd8\xff\xe0 and nothing more", Problem.BROKEN),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n", Problem.BROKEN),
    ],
)
def test_what_cannot_be_looked_at_is_a_problem(data: bytes, problem: Problem) -> None:
    assert open_picture(data) is problem


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
def test_moving_pictures_are_known(form: str) -> None:
    assert is_moving(opened(moving(form)))
    assert not is_moving(opened(picture(form)))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "GIF", "WEBP"])
def test_it_shrinks_to_grey(form: str) -> None:
    small = shrink(opened(picture(form, (2000, 500))))
    assert isinstance(small, Image.Image)
    assert (small.mode, small.size) == ("L", (LONGEST_SIDE_PX, 160))


def test_it_is_turned_upright() -> None:
    small = shrink(opened(picture(size=(400, 100), exif=exif(turned=6))))
    assert isinstance(small, Image.Image)
    assert small.size == (100, 400)


def test_a_picture_cut_short_is_broken_once_it_is_unpacked() -> None:
    assert shrink(opened(picture(size=(900, 900))[:4000])) is Problem.BROKEN
    assert shrink(opened(png_that_claims(2000, 2000))) is Problem.BROKEN


@given(
    st.sampled_from(["JPEG", "PNG", "GIF", "WEBP"]),
    st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), max_size=8),
)
def test_damaged_bytes_never_raise(form: str, damage: list[tuple[float, int]]) -> None:
    data = bytearray(picture(form, (40, 30)))
    for where, value in damage:
        data[int(where * len(data))] = value
    image = open_picture(bytes(data))
    if isinstance(image, Image.Image):
        assert is_moving(image) in {True, False}
        assert isinstance(shrink(image), Image.Image | Problem)
    else:
        assert isinstance(image, Problem)
