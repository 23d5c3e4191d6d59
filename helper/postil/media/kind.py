"""Image, video, audio or document: read off the first bytes, or off the name where the bytes say nothing."""

from __future__ import annotations

from pathlib import PurePath
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["image", "video", "audio", "document"]

# (offset, bytes that stand there, kind). Containers that hold several kinds name their brand further on.
_SIGNATURES: tuple[tuple[int, bytes, Kind], ...] = (
    (0, b"\xff\xd8\xff", "image"),  # JPEG
    (0, b"\x89PNG\r\n\x1a\n", "image"),
    (0, b"GIF8", "image"),
    (8, b"WEBP", "image"),
    (0, b"II*\x00", "image"),  # TIFF
    (0, b"MM\x00*", "image"),
    (4, b"ftypavi", "image"),  # AVIF, still (avif) or moving (avis)
    (4, b"ftypheic", "image"),
    (4, b"ftypheix", "image"),
    (4, b"ftypmif1", "image"),
    (4, b"ftypM4A", "audio"),
    (4, b"ftypM4B", "audio"),
    (4, b"ftyp", "video"),
    (4, b"moov", "video"),
    (8, b"AVI ", "video"),
    (8, b"WAVE", "audio"),
    (0, b"\x1aE\xdf\xa3", "video"),  # Matroska, WebM
    (0, b"OggS", "audio"),
    (0, b"fLaC", "audio"),
    (0, b"ID3", "audio"),
    (0, b"\xff\xfb", "audio"),  # MP3 without a tag
    (0, b"\xff\xf3", "audio"),
    (0, b"%PDF-", "document"),
    (0, b"PK\x03\x04", "document"),  # docx, pptx, xlsx, odt, zip
    (0, b"\xd0\xcf\x11\xe0", "document"),  # doc, ppt, xls
    (0, b"{\\rtf", "document"),
    (0, b"BM", "image"),  # two bytes alone: asked last
)

_ENDINGS: dict[Kind, str] = {
    "image": "jpg jpeg jpe jfif png gif webp bmp tif tiff avif heic heif svg",
    "video": "mp4 m4v mov webm mkv avi mpg mpeg",
    "audio": "mp3 m4a wav flac ogg oga opus aac",
    "document": "pdf doc docx ppt pptx xls xlsx odt odp ods rtf txt csv zip epub",
}


def kind_by_content(data: bytes) -> Kind | None:
    """The kind that the first bytes tell; `None` where they tell nothing."""
    for offset, signature, kind in _SIGNATURES:
        if data.startswith(signature, offset):
            return kind
    return None


def kind_by_name(name: str | None) -> Kind | None:
    """The kind that a file name claims by its ending."""
    ending = PurePath(name or "").suffix.lstrip(".").lower()
    for kind, endings in _ENDINGS.items():
        if ending in endings.split():
            return kind
    return None
