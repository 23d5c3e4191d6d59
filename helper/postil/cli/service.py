"""What the `postil service` commands share: options, and the sentences that say how a start at log-in stands."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace

from postil.service import ways_here
from postil.service.place import this_place
from postil.service.standing import Standing, examine
from postil.updates.supply import wants_updates

MEND = "Run `postil service install{whose}`: it mends this."
_STATES = {
    "missing": "{where} is missing.",
    "spare": "{where} is there, though no policy updates are configured.",
    "other": "{where} is not as this version of Postil would write it.",
}


def everyone_argument(parser: argparse.ArgumentParser) -> None:
    """Declare `--everyone`."""
    parser.add_argument(
        "--everyone",
        action="store_true",
        help="for all accounts of this computer, from their next log-in on; needs an administrator",
    )


def standings() -> tuple[Standing, ...]:
    """What is set up for this person, then what is set up for everyone by any Postil of this computer."""
    mine = this_place(updates=wants_updates())
    every = replace(mine, everyone=True, updates=wants_updates(everyone=True))
    theirs = next(filter(None, (way.started(every) for way in ways_here())), mine.command)
    return examine(mine) + examine(replace(every, command=theirs))


def sentences(standing: Standing) -> Iterator[tuple[str, str]]:
    """Each with what to do about it, or with nothing where all is well."""
    whose = " for everyone on this computer" if standing.place.everyone else ""
    mend = MEND.format(whose=" --everyone" if standing.place.everyone else "")
    yield f"Postil starts at log-in{whose}: {standing.way.about}.", ""
    if standing.gone:
        yield f"It starts {standing.program}, which is gone.", mend
    elif standing.program and standing.program != standing.place.command[0]:
        yield f"It starts another Postil than this one: {standing.program}.", mend
    for where, state in standing.states:
        if state != "right":
            yield _STATES[state].format(where=where), mend
    if standing.way.runs(standing.place) is False:
        yield "It is not on its post now.", mend.replace("mends this", "starts it")
