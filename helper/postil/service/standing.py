"""How a start at log-in stands: what is there, what is as it should be, and what it would start."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from postil.service import ways_here
from postil.service.kept import KeptRules
from postil.service.parts import State
from postil.service.place import Place
from postil.service.way import Way


@dataclass(frozen=True, slots=True)
class Standing:
    """One way, as it stands in one place."""

    way: Way
    place: Place
    states: tuple[tuple[str, State], ...]
    """Every piece, by what a person calls it."""

    program: str
    """What would be started; empty where that cannot be read."""

    @property
    def installed(self) -> bool:
        """Whether anything of it is there."""
        return any(state != "missing" for _, state in self.states)

    @property
    def right(self) -> bool:
        """Whether all of it is as this version would write it."""
        return all(state == "right" for _, state in self.states)

    @property
    def gone(self) -> bool:
        """Whether it starts a program that is no longer there."""
        return bool(self.program) and not Path(self.program).exists()


def examine(place: Place) -> tuple[Standing, ...]:
    """Every way that is installed in this place, whole or in part."""
    every = (_examine(way, place) for way in ways_here())
    return tuple(standing for standing in every if standing.installed)


def _examine(way: Way, place: Place) -> Standing:
    states: tuple[tuple[str, State], ...] = tuple((part.where, part.state()) for part in way.parts(place))
    rounds = [(part.where, part.state()) for part in way.rounds(place)]
    if place.updates:
        states += tuple(rounds)
    else:
        states += tuple((where, "spare") for where, state in rounds if state != "missing")
    if any(state != "missing" for _, state in states):
        kept = KeptRules.at(place)
        states += ((kept.where, kept.state()),)
    return Standing(way, place, states, next(iter(way.started(place)), ""))
