"""Does a picture say where it was made? Its EXIF or XMP data may carry coordinates."""

from __future__ import annotations

from PIL import ExifTags, Image

_LATITUDE, _LONGITUDE = ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSLongitude
_XMP_MARK = b"GPSLatitude"
_HEIF_MARKS = (b"Exif\x00\x00II*\x00", b"Exif\x00\x00MM\x00*")


def says_place(image: Image.Image, data: bytes) -> bool | None:
    """Whether an opened picture carries coordinates; `None` where that cannot be read. Unpacks no pixel."""
    try:
        return _has_coordinates(_exif(image, data)) or _XMP_MARK in _xmp(image)
    except Exception:  # noqa: BLE001 - EXIF is foreign bytes, and Pillow lets many kinds of error through
        return None


def heif_says_place(data: bytes) -> bool | None:
    """The same for HEIC and HEIF, which Pillow does not open: `None` where no EXIF block is found."""
    at = max(data.find(mark) for mark in _HEIF_MARKS)
    if at < 0:
        return None
    exif = Image.Exif()
    try:
        exif.load(data[at:])
        return _has_coordinates(exif)
    except Exception:  # noqa: BLE001 - as above
        return None


def _exif(image: Image.Image, data: bytes) -> Image.Exif:
    """The EXIF block. PNG may keep it after the pixels, where Pillow would unpack them all to reach it."""
    block = image.info.get("exif")
    if block is None and image.format == "PNG" and (at := data.find(b"eXIf")) >= 4:  # noqa: PLR2004
        block = data[at + 4 : at + 4 + int.from_bytes(data[at - 4 : at])]
    if block is None:
        return Image.Image.getexif(image)  # the base class's: PNG's own unpacks the pixels
    exif = Image.Exif()  # our own: one that Pillow failed to read while opening would pass for an empty one
    exif.load(block)
    return exif


def _xmp(image: Image.Image) -> bytes:
    found = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    return found.encode() if isinstance(found, str) else bytes(found)


def _has_coordinates(exif: Image.Exif) -> bool:
    """Cameras without a fix write an empty block or zeros: those say nothing."""
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    if _LATITUDE not in gps or _LONGITUDE not in gps:
        return False
    return any(float(part) > 0 for part in (*gps[_LATITUDE], *gps[_LONGITUDE]))
