"""Pictures made on the spot: no photo of anybody is kept."""

from __future__ import annotations

import io
from typing import Any

from PIL import ExifTags, Image

UTRECHT = {1: "N", 2: (52.0, 5.0, 8.5), 3: "E", 4: (5.0, 10.0, 45.1)}
WITHOUT_FIX = {1: "N", 2: (0.0, 0.0, 0.0), 3: "E", 4: (0.0, 0.0, 0.0)}


def exif(gps: dict[int, Any] | None = None, *, turned: int | None = None) -> Image.Exif:
    """An EXIF block with a camera's name, coordinates if given, and the way it was held."""
    block = Image.Exif()
    block[ExifTags.Base.Make] = "Camera"
    if turned:
        block[ExifTags.Base.Orientation] = turned
    if gps is not None:
        block._ifds[ExifTags.IFD.GPSInfo] = gps
        block[ExifTags.IFD.GPSInfo] = gps
    return block


def picture(form: str = "JPEG", size: tuple[int, int] = (320, 200), **options: object) -> bytes:
    """The bytes of a picture with a slope of greys."""
    image = Image.linear_gradient("L").resize(size).convert("RGB")
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def moving(form: str = "GIF") -> bytes:
    """A picture of three frames."""
    frames = [Image.new("L", (64, 48), shade) for shade in (0, 120, 250)]
    out = io.BytesIO()
    frames[0].save(out, form, save_all=True, append_images=frames[1:], duration=100)
    return out.getvalue()
