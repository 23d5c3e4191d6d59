"""What can go wrong, as a tree. Every error says what happened, where, and what to do.

    PostilError
    ├── RulesError       the rule files have problems; nothing can be checked by them
    ├── InputError       what was handed in (a file, a line, an option) cannot be read
    ├── SettingError     the helper's own settings contradict themselves or cannot be read
    ├── StorageError     a folder or file is missing, unreadable, or open to others
    ├── PortError        the helper's address cannot be had
    ├── PairingError     a pairing does not exist, has run out, or does not fit
    ├── ServiceError     starting at log-in cannot be set up or taken away
    └── UpdateError      a policy update is refused

A draft's text never stands in an error.
"""

from __future__ import annotations


class PostilError(Exception):
    """Something that a person can be told, and can do something about."""

    def __init__(self, what: str, *, where: str = "", remedy: str) -> None:
        """Make an error that can be shown as it is.

        Args:
            what: One sentence: what happened.
            where: The file, option, address or part that it concerns; empty where there is none.
            remedy: One sentence: what to do about it.
        """
        super().__init__(what)
        self.what = what
        self.where = where
        self.remedy = remedy


class RulesError(PostilError):
    """The rule files have problems; nothing can be checked by them."""


class InputError(PostilError):
    """What was handed in (a file, a line, an option) cannot be read."""


class SettingError(PostilError):
    """The helper's own settings contradict themselves or cannot be read."""


class StorageError(PostilError):
    """A folder or file is missing, unreadable, or open to others."""


class PortError(PostilError):
    """The helper's address cannot be had."""


class PairingError(PostilError):
    """A pairing does not exist, has run out, or does not fit."""


class ServiceError(PostilError):
    """Starting at log-in cannot be set up or taken away."""


class UpdateError(PostilError):
    """A policy update is refused."""


def render(error: PostilError) -> str:
    """Two or three lines for a person: what, where it is, what to do."""
    lines = (error.what, error.where and f"  where: {error.where}", f"  to do: {error.remedy}")
    return "\n".join(line for line in lines if line)
