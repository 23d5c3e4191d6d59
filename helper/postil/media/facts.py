"""The one call of this room: bytes in, facts out. Nothing is kept, no file is written, nothing raised."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

from postil.media.faces import can_count, count_faces
from postil.media.kind import Kind, kind_by_content, kind_by_name
from postil.media.picture import Problem, is_moving, open_picture, shrink
from postil.media.place import heif_says_place, says_place


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of a file; `None` is unknown. Sizes in pixels, as stored (before EXIF turns it)."""

    kind: Kind | None
    width: int | None = None
    height: int | None = None
    faces: int | None = None
    place: bool | None = None
    problem: Problem | None = None


def facts(data: bytes, name: str | None = None) -> Facts:
    """Look at a file's bytes. `name` counts only where they tell no kind, and to notice a disguise."""
    claimed = kind_by_name(name)
    kind = kind_by_content(data)
    if kind not in {"image", None}:
        return Facts(kind=kind, problem=Problem.DISGUISED if claimed == "image" else None)
    if kind is None and claimed != "image":
        return Facts(kind=claimed, problem=None if data else Problem.EMPTY)
    image = open_picture(data)
    if isinstance(image, Problem):
        return Facts(kind="image", place=heif_says_place(data), problem=_unless_heif(image, data))
    with image:
        return _of_picture(image, data)


def _of_picture(image: Image.Image, data: bytes) -> Facts:
    width, height = image.size
    place = says_place(image, data)
    if not can_count():
        return Facts(kind="image", width=width, height=height, place=place)
    moving = is_moving(image)
    small = shrink(image)
    if isinstance(small, Problem):
        return Facts(kind="image", width=width, height=height, place=place, problem=small)
    faces = count_faces(small)
    if moving and not faces:
        faces = None  # only the first frame was looked at
    return Facts(kind="image", width=width, height=height, faces=faces, place=place)


def _unless_heif(problem: Problem, data: bytes) -> Problem | None:
    """A phone's HEIC photo is not damaged: Pillow just does not open it."""
    return None if data.startswith((b"ftyphei", b"ftypmif"), 4) else problem
