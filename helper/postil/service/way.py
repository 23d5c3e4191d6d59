"""A way to start at log-in: its pieces, and how what they set up is begun and ended now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from postil.service.parts import Part
from postil.service.place import Place


@dataclass(frozen=True, slots=True)
class Way:
    """One way. A new one is a file with its functions and a line of the table in `__init__`."""

    name: str
    about: str
    """What it does, as the end of "Postil starts at log-in: ..."."""

    parts: Callable[[Place], tuple[Part, ...]]
    started: Callable[[Place], tuple[str, ...]]
    """The command that the pieces on this computer start; empty where there is none to be read."""

    begin: Callable[[Place], bool]
    """Start now. False where that has to wait for the next log-in.

    Raises:
        ServiceError: it was refused.
    """

    end: Callable[[Place], None]
    """Stop what was started, if it runs."""

    runs: Callable[[Place], bool | None]
    """Whether it is on its post now; `None` where that cannot be said."""

    rounds: Callable[[Place], tuple[Part, ...]]
    """The pieces that ask for policy updates, which are there only while those are configured."""

    tell: Callable[[Place], None] = lambda _place: None
    """Have the system see that pieces were put or taken away."""
