"""`postil service uninstall`: the helper starts at log-in no longer, and nothing of it is left behind."""

from __future__ import annotations

import argparse

from postil.cli.service import everyone_argument
from postil.service.place import this_place
from postil.service.uninstall import uninstall


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--purge", action="store_true", help="take away your pairings, settings and policy packs too"
    )
    everyone_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Take it away, and say what is gone."""
    gone = uninstall(this_place(everyone=options.everyone), purge=options.purge)
    for where in gone:
        print(f"Taken away: {where}")
    if not gone:
        print("There was nothing to take away.")
    if options.purge:
        print(
            "In each browser that was paired: Postil's options, Forget. The extension is removed in the browser."
        )
        print("The program itself goes as it came, such as with `pipx uninstall postil`.")
    return 0
