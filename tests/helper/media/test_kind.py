from __future__ import annotations

import pytest

from helper.media.pictures import picture
from postil.media.kind import kind_by_content, kind_by_name


@pytest.mark.parametrize("form", ["JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "AVIF"])
def test_pictures_are_known_by_their_first_bytes(form: str) -> None:
    assert kind_by_content(picture(form)) == "image"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x00\x00\x00\x20ftypisom", "video"),
        (b"\x00\x00\x00\x20ftypM4A ", "audio"),
        (b"\x00\x00\x00\x20ftypheic", "image"),
        (b"\x1aE\xdf\xa3webm", "video"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "audio"),
        (b"RIFF\x00\x00\x00\x00AVI LIST", "video"),
        (b"ID3\x04", "audio"),
        (b"%PDF-1.7", "document"),
        (b"PK\x03\x04\x14", "document"),
        (b"dear diary", None),
        (b"", None),
    ],
)
def test_other_files_too(data: bytes, kind: str | None) -> None:
    assert kind_by_content(data) == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("IMG_1.JPG", "image"),
        ("college 3.pptx", "document"),
        ("clip.mov", "video"),
        ("memo.m4a", "audio"),
        ("zonder", None),
        ("", None),
        (None, None),
    ],
)
def test_a_name_claims_a_kind_by_its_ending(name: str | None, kind: str | None) -> None:
    assert kind_by_name(name) == kind
