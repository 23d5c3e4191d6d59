"""A wrapper for what somebody wrote: whoever prints, formats, logs or pickles it sees its length alone."""

from __future__ import annotations

from typing import NoReturn


class Hidden:
    """Bytes of a draft or a picture. `reveal` is called where they are read, and nowhere else."""

    __slots__ = ("_bytes",)

    def __init__(self, data: bytes) -> None:
        """Hide `data`."""
        self._bytes = data

    def reveal(self) -> bytes:
        """What is hidden."""
        return self._bytes

    def __repr__(self) -> str:
        """Its length."""
        return f"<hidden, {len(self._bytes)} bytes>"

    def __reduce__(self) -> NoReturn:
        """Refuse to be copied out of this process."""
        raise TypeError("Hidden bytes stay where they are.")
