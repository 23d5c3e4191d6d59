"""The pieces that a start at log-in is made of: a file, a link. Each can say how it is, be put, be taken away."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from postil.errors import ServiceError

State = Literal["missing", "other", "right", "spare"]
"""Not there; there, but not as this version would write it; as it should be; there, and not wanted."""

_READABLE = 0o644


class Part(Protocol):
    """One piece of the set-up."""

    @property
    def where(self) -> str:
        """What a person calls it: a path, a registry value."""
        ...

    @property
    def folder(self) -> Path | None:
        """The folder it needs; `None` where it needs none."""
        ...

    def state(self) -> State:
        """How it is."""
        ...

    def put(self) -> None:
        """Make it right."""
        ...

    def take_away(self) -> None:
        """Have it be missing."""
        ...


@dataclass(frozen=True, slots=True)
class OnDisk:
    """What lies at a path, whatever it is."""

    path: Path

    @property
    def where(self) -> str:
        """Its path."""
        return str(self.path)

    @property
    def folder(self) -> Path:
        """The folder that it lies in."""
        return self.path.parent

    def take_away(self) -> None:
        """Delete it, whatever stands in it."""
        with told(self.where):
            self.path.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class File(OnDisk):
    """A text file with exactly this text."""

    text: str

    def state(self) -> State:
        """How it is; another kind of thing in its place is `other`."""
        if not os.path.lexists(self.path):
            return "missing"
        return "right" if not self.path.is_symlink() and self.read() == self.text else "other"

    def read(self) -> str | None:
        """What stands there; `None` where that cannot be said."""
        try:
            return self.path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def put(self) -> None:
        """Write it as a whole, or leave what was there."""
        replace(self.path, self.text.encode())


@dataclass(frozen=True, slots=True)
class Link(OnDisk):
    """A symbolic link to exactly this target."""

    target: str

    def state(self) -> State:
        """How it is. A link to the same file by another path is as good."""
        if not os.path.lexists(self.path):
            return "missing"
        goal = self.path.parent / self.target
        same = self.path.is_symlink() and self.path.resolve() == goal.resolve()
        return "right" if same else "other"

    def put(self) -> None:
        """Make it anew."""
        self.take_away()
        with told(self.where):
            self.path.symlink_to(self.target)


def replace(path: Path, data: bytes) -> None:
    """Write a file that all may read, as a whole or not at all.

    Raises:
        ServiceError: it cannot be written.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with told(str(path)):
        try:
            draft.write_bytes(data)
            draft.chmod(_READABLE)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turn what the system refuses into a sentence.

    Raises:
        ServiceError: it was refused.
    """
    try:
        yield
    except OSError as error:
        raise ServiceError(
            f"This cannot be written or taken away: {error.strerror}.",
            where=where,
            remedy="Give your account the rights to it; what concerns everyone needs an administrator.",
        ) from error
