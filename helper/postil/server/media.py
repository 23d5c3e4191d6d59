"""`/v1/media`: a picture in, its facts out. The picture stays in memory for as long as that takes."""

from __future__ import annotations

from typing import Any

from postil.server.desk import Desk
from postil.server.errors import DeclinedError
from postil.server.guard import Asked
from postil.server.shape import WireError, read_json, read_object, read_string

_LENGTH_BYTES = 4
_MOST_HEADER_BYTES = 4096
_KINDS = {"image", "video", "audio"}


async def media(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Look at a picture, in a thread.

    Raises:
        DeclinedError: the question cannot be read, or too many pictures wait.
    """
    try:
        name, declared, picture = _read(asked.plaintext.reveal())
    except WireError as error:
        raise DeclinedError("bad-draft", error.sentence) from None
    return await desk.workers.run(_look, picture, name, declared)


def _read(data: bytes) -> tuple[str | None, str, bytes]:
    """The name, the declared type and the bytes."""
    end = _LENGTH_BYTES + int.from_bytes(data[:_LENGTH_BYTES], "big")
    if not _LENGTH_BYTES < end <= min(len(data), _LENGTH_BYTES + _MOST_HEADER_BYTES):
        raise WireError("expected a header's length, the header and a picture")
    header = read_object(read_json(data[_LENGTH_BYTES:end]), "", {"name", "type"})
    return read_string(header.get("name"), "name"), read_string(header.get("type"), "type") or "", data[end:]


def _look(picture: bytes, name: str | None, declared: str) -> dict[str, Any]:
    from postil.media.facts import facts  # noqa: PLC0415 - loads Pillow, which most sessions never need

    found = facts(picture, name)
    major = declared.partition("/")[0]
    size = None
    if found.width is not None and found.height is not None:
        size = {"width": found.width, "height": found.height}
    return {
        "kind": found.kind or (major if major in _KINDS else "document"),
        "faces": found.faces,
        "place": found.place,
        "size": size,
        "problem": found.problem and found.problem.name.lower().replace("_", "-"),
    }
