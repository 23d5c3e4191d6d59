from __future__ import annotations

import io
import json
import struct
import zlib

import pytest
from PIL import Image

from helper.server.house import House
from postil.server.limits import REQUEST_BYTES


def question(picture: bytes, header: object) -> bytes:
    head = header if isinstance(header, bytes) else json.dumps(header).encode()
    return len(head).to_bytes(4, "big") + head + picture


def png(width: int, height: int) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(file, "PNG")
    return file.getvalue()


def bomb(side: int) -> bytes:
    """A small file that unpacks to `side` times `side` pixels."""
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    rows = zlib.compressobj(9)
    row = bytes(side + 1)
    packed = b"".join(rows.compress(row) for _ in range(side)) + rows.flush()
    chunks = [(b"IHDR", head), (b"IDAT", packed), (b"IEND", b"")]
    parts = [struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in chunks]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


async def test_a_pictures_facts_come_back(house: House) -> None:
    asked = question(png(40, 30), {"name": "IMG 1 é.png", "type": "image/png"})
    answer = await house.ask("/v1/media", asked)
    assert answer["ok"]
    assert (answer["kind"], answer["size"], answer["place"]) == ("image", {"width": 40, "height": 30}, False)
    assert set(answer) == {"ok", "kind", "faces", "place", "size", "problem"}


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.png", b"", "empty"),
        ("a.jpg", b"%PDF-1.7 and so on", "disguised"),
        ("a.jpg", b"\xff\xd8\xff\xe0 and no more", "broken"),
        ("a.png", png(8, 8)[:40], "broken"),
        ("a.png", bomb(20_000), "too-many-pixels"),
    ],
    ids=["empty", "disguised", "damaged", "cut", "bomb"],
)
async def test_a_file_that_cannot_be_looked_at_is_told_of(
    house: House, name: str, content: bytes, problem: str
) -> None:
    answer = await house.ask("/v1/media", question(content, {"name": name, "type": "image/png"}))
    assert answer["ok"]
    assert (answer["problem"], answer["faces"], answer["size"]) == (problem, None, None)


async def test_a_picture_may_be_larger_than_a_draft(house: House) -> None:
    noise = zlib.compress(bytes(10), 0) + bytes(REQUEST_BYTES)
    answer = await house.ask("/v1/media", question(png(4, 4) + noise, {"name": None, "type": "image/png"}))
    assert answer["kind"] == "image"


@pytest.mark.parametrize(
    ("declared", "kind"),
    [("video/mp4", "video"), ("audio/mpeg", "audio"), ("application/pdf", "document"), ("", "document")],
)
async def test_what_is_no_picture_has_the_kind_that_the_site_declares(
    house: House, declared: str, kind: str
) -> None:
    answer = await house.ask("/v1/media", question(b"\x00\x01\x02", {"name": None, "type": declared}))
    assert (answer["kind"], answer["faces"], answer["size"]) == (kind, None, None)


@pytest.mark.parametrize(
    "asked",
    [
        b"",
        b"\x00\x00",
        b"\x00\x00\x00\x00rest",
        b"\xff\xff\xff\xff" + b"x" * 100,
        b"\x00\x00\x00\x05{}",
        question(b"x", b"{"),
        question(b"x", {"name": 5}),
        question(b"x", {"nmae": "x"}),
        question(b"x", b'{"name": null}' + b" " * 5000),
    ],
    ids=[
        "nothing",
        "cut",
        "no header",
        "endless header",
        "short",
        "no JSON",
        "a number",
        "odd key",
        "long header",
    ],
)
async def test_what_cannot_be_read_is_declined(house: House, asked: bytes) -> None:
    answer = await house.ask("/v1/media", asked or b"xx")
    assert answer["reason"] == "bad-draft"
