"""The log: named events alone, with numbers and names of things. No sentence that somebody wrote fits in.

Every event is a line of `EVENTS`; a fact that is neither a number nor a plain name is written as `?`.
"""

from __future__ import annotations

import logging
import re
from typing import Final, Literal

Event = Literal[
    "listening",
    "idle",
    "stopped",
    "rules-unusable",
    "rules-renewed",
    "pack-unusable",
    "paired",
    "pairings-unreadable",
    "failed",
]

EVENTS: Final[dict[Event, tuple[int, str]]] = {
    "listening": (logging.INFO, "Listening on 127.0.0.1:{port}."),
    "idle": (logging.INFO, "Nobody asked for {minutes} minutes: until the next question."),
    "stopped": (logging.INFO, "Stopped."),
    "rules-unusable": (
        logging.WARNING,
        "The rules cannot be used (problems: {problems}): run `postil rules check`.",
    ),
    "rules-renewed": (logging.INFO, "Other rules are in force: {policies} policies."),
    "pack-unusable": (logging.WARNING, "The policy pack cannot be used: run `postil packs status`."),
    "paired": (logging.INFO, "A browser was paired."),
    "pairings-unreadable": (logging.ERROR, "The pairings cannot be read: run `postil doctor`."),
    "failed": (logging.ERROR, "Something failed in {place}: {kind}."),
}

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,59}")
_LOGGER = logging.getLogger("postil")


def write_events() -> None:
    """Write our own events to standard error, and nothing of any library's."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s postil %(levelname)s %(message)s"))
    _LOGGER.handlers[:] = [handler]
    _LOGGER.setLevel(logging.INFO)
    _LOGGER.propagate = False
    # A root handler that drops everything keeps logging's handler of last resort, which prints, out of it.
    logging.getLogger().handlers[:] = [logging.NullHandler()]
    logging.raiseExceptions = False  # a failing handler would print the record's arguments


def say(event: Event, **facts: int | str) -> None:
    """Log one event. `facts` fill the gaps of its line."""
    level, line = EVENTS[event]
    _LOGGER.log(level, line.format(**{name: _plain(fact) for name, fact in facts.items()}))


def _plain(fact: int | str) -> str:
    if isinstance(fact, int) or _NAME.fullmatch(fact):
        return str(fact)
    return "?"
