"""`postil service install`: have the helper start at log-in, or mend what does that."""

from __future__ import annotations

import argparse

from postil.cli.service import everyone_argument
from postil.service import WAYS, usual_way, ways_here
from postil.service.install import install
from postil.service.place import this_place
from postil.updates.supply import wants_updates


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    names = [way.name for way in ways_here()]
    usual = usual_way().name
    parser.add_argument("--by", choices=names, default=usual, help=f"what starts it; here, usually {usual}")
    parser.add_argument("--later", action="store_true", help="start nothing now, only at the next log-in")
    everyone_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Set it up, and say what was written."""
    way = WAYS[options.by]
    updates = wants_updates(everyone=options.everyone)
    place = this_place(everyone=options.everyone, updates=updates)
    done = install(way, place, later=options.later)
    for where in done.written:
        print(f"Written: {where}")
    for where in done.taken:
        print(f"Taken away: {where}")
    if not done.written and not done.taken:
        print("All was in place already.")
    print(f"Postil starts at log-in: {way.about}.")
    print("It is on its post now." if done.begun else "It begins at the next log-in.")
    if updates:
        print("It asks for policy updates every six hours or so: `postil packs status` says how they stand.")
    print("`postil pair` prints the line that pairs a browser.")
    return 0
