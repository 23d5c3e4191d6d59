"""Sets up the start at log-in, mends it, and puts one way in the place of another."""

from __future__ import annotations

from dataclasses import dataclass

from postil.service import folders, ways_here
from postil.service.kept import KeptRules
from postil.service.place import Place
from postil.service.uninstall import take_away
from postil.service.way import Way


@dataclass(frozen=True, slots=True)
class Installed:
    """What was done: the pieces that were written, and whether it is on its post already."""

    written: tuple[str, ...]
    begun: bool
    taken: tuple[str, ...] = ()
    """What asked for policy updates, which are configured no longer."""


def install(way: Way, place: Place, *, later: bool = False) -> Installed:
    """Have everything be as this version would write it; what is right already is left alone.

    Args:
        way: How it starts.
        place: Whose log-in.
        later: Begin at the next log-in, and leave alone what runs now.

    Raises:
        ServiceError: something cannot be written, or cannot be started.
    """
    for other in ways_here():
        if other is not way:
            take_away(other, place)
    rounds = way.rounds(place)
    wanted = (*way.parts(place), *(rounds if place.updates else ()), KeptRules.at(place))
    wrong = [part for part in wanted if part.state() != "right"]
    spare = [part for part in rounds if part not in wanted and part.state() != "missing"]
    if (wrong or spare) and not later:
        way.end(place)
    for part in spare:
        part.take_away()
    for part in wrong:
        if part.folder:
            folders.remember(folders.make(part.folder, shared=place.everyone))
        part.put()
    if wrong or spare:
        way.tell(place)
    return Installed(
        tuple(part.where for part in wrong),
        begun=not later and way.begin(place),
        taken=tuple(part.where for part in spare),
    )
