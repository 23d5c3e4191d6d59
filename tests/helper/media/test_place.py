from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from helper.media.pictures import UTRECHT, WITHOUT_FIX, exif, picture
from postil.media.place import heif_says_place, says_place


def place_of(data: bytes) -> bool | None:
    with Image.open(io.BytesIO(data)) as image:
        return says_place(image, data)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_coordinates_are_found(form: str) -> None:
    assert place_of(picture(form, exif=exif(UTRECHT))) is True


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "GIF", "BMP"])
def test_none_are_found_where_there_are_none(form: str) -> None:
    assert place_of(picture(form)) is False


@pytest.mark.parametrize("block", [exif(), exif(WITHOUT_FIX), exif({}), exif({1: "N", 2: (52.0, 5.0, 8.0)})])
def test_a_camera_without_a_fix_says_no_place(block: Image.Exif) -> None:
    assert place_of(picture(exif=block)) is False


def test_a_png_may_keep_its_coordinates_after_the_pixels() -> None:
    data = picture("PNG")
    body = b"eXIf" + exif(UTRECHT).tobytes()[6:]
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    late = data[:-12] + chunk + data[-12:]
    assert place_of(late) is True


def test_xmp_may_hold_the_coordinates() -> None:
    packet = b'<x:xmpmeta><rdf:Description exif:GPSLatitude="52,5.14N"/></x:xmpmeta>'
    assert place_of(picture("WEBP", xmp=packet)) is True
    assert place_of(picture("WEBP", xmp=b"<x:xmpmeta/>")) is False


def test_a_damaged_block_is_unknown() -> None:
    data = picture(exif=exif(UTRECHT))
    assert place_of(data.replace(b"MM\x00*", b"ZZ\x00*").replace(b"II*\x00", b"ZZ*\x00")) is None


def test_heic_keeps_its_block_whole() -> None:
    head = b"\x00\x00\x00\x20ftypheic" + bytes(64)
    assert heif_says_place(head + exif(UTRECHT).tobytes()) is True
    assert heif_says_place(head + exif().tobytes()) is False
    assert heif_says_place(head) is None
