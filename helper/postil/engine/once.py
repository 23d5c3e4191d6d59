"""What is worked out once, when it is first asked for. Without the lock of `functools`: twice would say the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class Once(Generic[T]):
    """A method that becomes the attribute that it returns."""

    def __init__(self, work: Callable[[Any], T]) -> None:
        """Take the method."""
        self._work = work
        self._name = work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> Once[T]: ...
    @overload
    def __get__(self, owner: object, kind: type) -> T: ...
    def __get__(self, owner: object | None, kind: type) -> T | Once[T]:
        """Return what the method says, and keep it; asked of a class, the descriptor."""
        if owner is None:
            return self
        found = owner.__dict__[self._name] = self._work(owner)
        return found
