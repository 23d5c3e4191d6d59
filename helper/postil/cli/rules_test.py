"""`postil rules test`: every example as it says, and every condition and exception needed by one."""

from __future__ import annotations

import argparse
import time

from postil.cli.rules import folder_argument, folder_of
from postil.rulebook.load import open_shelf, problems_of
from postil.rulebook.problems import counted, render
from postil.rulebook.proof.agreement import SlowTruth
from postil.rulebook.proof.bench import Bench
from postil.rulebook.proof.sampling import sample
from postil.rulebook.prove import Proof, prove


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    folder_argument(parser)
    parser.add_argument("topics", nargs="*", metavar="TOPIC", help="these topics alone, drafts of topics too")
    parser.add_argument(
        "--mutate",
        type=int,
        metavar="N",
        help="also take N terms out at random and count those that are needed",
    )
    scan = parser.add_mutually_exclusive_group()
    scan.add_argument("--quick", action="store_true", help="leave out the comparison with the full scan")
    scan.add_argument("--thorough", action="store_true", help="compare every list on every example")


def run(options: argparse.Namespace) -> int:
    """Print what failed and the figures; 0 if nothing did, 1 if something did."""
    start = time.monotonic()
    folder = folder_of(options)
    shelf = open_shelf(folder)
    faults = problems_of(folder, shelf)
    usable = shelf.without({one.file for one in faults})
    bench = Bench(usable.rulebook())
    slow = None if options.quick else SlowTruth(bench.rulebook, thorough=options.thorough)
    proof = prove(usable, options.topics, slow=slow, bench=bench)
    for problem in proof.problems:
        print(render(problem), end="\n\n")
    figures = ", ".join(f"{part} {caught}/{there}" for part, (there, caught) in sorted(proof.parts.items()))
    print(f"{proof.examples} examples. Needed by one: {figures or 'nothing to need'}.")
    if options.mutate:
        _print_sample(bench, proof, options.mutate)
    seconds = time.monotonic() - start
    print(f"{counted(len(proof.problems), 'problem').capitalize()}, {seconds:.1f} s.")
    if faults:
        files = counted(len({one.file for one in faults}), "file")
        print(f"`postil rules check` has something to say about {files} besides.")
    return 1 if proof.problems or faults else 0


def _print_sample(bench: Bench, proof: Proof, count: int) -> None:
    """Say how many of the sampled terms some example needs, and name the others."""
    sampled = list(sample(bench, proof.plays, count))
    for one in sampled:
        if not one.needed:
            print(f"  no example needs `{one.phrase}` ({one.terms}, {one.language})")
    caught = sum(one.needed for one in sampled)
    print(f"Sampled terms: {caught} of {len(sampled)} needed by an example.")
