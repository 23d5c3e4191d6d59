"""Opens a picture with care: from memory, in known formats, and nothing that would unpack without end."""

from __future__ import annotations

import io
import warnings
from enum import Enum

from PIL import Image, ImageOps
from PIL.AvifImagePlugin import AvifImageFile
from PIL.BmpImagePlugin import BmpImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile

MAX_BYTES = 32 * 1024 * 1024
"""The largest file that is looked at."""

LONGEST_SIDE_PX = 640
"""The size at which faces are searched: larger finds one photo in forty more and takes a third longer."""

# No format that starts another program (EPS) or that no site takes. Importing a class makes its format known.
_FORMATS = tuple(
    opener.format
    for opener in (
        AvifImageFile,
        BmpImageFile,
        GifImageFile,
        JpegImageFile,  # MPO too
        PngImageFile,
        TiffImageFile,
        WebPImageFile,
    )
)

# Pillow warns from 89 million pixels on and refuses at twice that; here the first is a refusal too.
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)


class Problem(Enum):
    """Why a file could not be looked at; the value is the sentence that says so."""

    EMPTY = "The file is empty."
    TOO_LARGE = "The file is larger than 32 MB."
    TOO_MANY_PIXELS = "The picture has too many pixels to unpack safely."
    BROKEN = "The picture cannot be read: it is damaged or of an unknown format."
    DISGUISED = "The file's name says that it is a picture; its content is something else."


def open_picture(data: bytes) -> Image.Image | Problem:
    """The picture with its header read and its pixels not yet unpacked, or what is wrong with it."""
    if not data:
        return Problem.EMPTY
    if len(data) > MAX_BYTES:
        return Problem.TOO_LARGE
    try:
        return Image.open(io.BytesIO(data), formats=_FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return Problem.TOO_MANY_PIXELS
    except Exception:  # noqa: BLE001 - a decoder may raise anything on bytes made to trouble it
        return Problem.BROKEN


def is_moving(image: Image.Image) -> bool:
    """Whether it holds more than one frame to be seen. MPO does not count: it holds side pictures of one."""
    try:
        return image.format != "MPO" and bool(getattr(image, "is_animated", False))
    except Exception:  # noqa: BLE001 - looking for the second frame reads bytes made to trouble a decoder
        return True


def shrink(image: Image.Image) -> Image.Image | Problem:
    """The first frame in grey, upright, at most `LONGEST_SIDE_PX` on its longest side. Unpacks `image`."""
    try:
        image.draft("L", (LONGEST_SIDE_PX, LONGEST_SIDE_PX))  # JPEG alone: unpacks at a fraction of the size
        image.thumbnail((LONGEST_SIDE_PX, LONGEST_SIDE_PX), Image.Resampling.BILINEAR, reducing_gap=2.0)
        return ImageOps.exif_transpose(image.convert("L"))
    except Exception:  # noqa: BLE001 - as above: bytes made to trouble a decoder
        return Problem.BROKEN
