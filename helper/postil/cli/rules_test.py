"""`postil rules test`: every example as it says, and every condition and exception needed by one."""

from __future__ import annotations

import argparse
import time

from postil.cli.rules import folder_argument, folder_of
from postil.rulebook.load import open_shelf, problems_of
from postil.rulebook.problems import render
from postil.rulebook.prove import prove


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    folder_argument(parser)
    parser.add_argument("topics", nargs="*", metavar="TOPIC", help="these topics alone, drafts of topics too")
    parser.add_argument("--quick", action="store_true", help="leave out the comparison with the full scan")


def run(options: argparse.Namespace) -> int:
    """Print what failed and the figures; 0 if nothing did, 1 if something did."""
    start = time.monotonic()
    folder = folder_of(options)
    shelf = open_shelf(folder)
    faults = problems_of(folder, shelf)
    proof = prove(shelf.without({one.file for one in faults}), options.topics, scan=not options.quick)
    for problem in proof.problems:
        print(render(problem), end="\n\n")
    figures = ", ".join(f"{part} {caught}/{there}" for part, (there, caught) in sorted(proof.parts.items()))
    print(f"{proof.examples} examples. Needed by one: {figures or 'nothing to need'}.")
    count, seconds = len(proof.problems), time.monotonic() - start
    print(f"{count or 'No'} problem{'s' * (count != 1)}, {seconds:.1f} s.")
    if faults:
        files = len({one.file for one in faults})
        print(
            f"{files} file{'s' * (files > 1)} left out that `postil rules check` has something to say about."
        )
    return 1 if proof.problems or faults else 0
