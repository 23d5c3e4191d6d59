"""`postil service status`: whether the helper starts at log-in, and what of that is not as it should be."""

from __future__ import annotations

import argparse

from postil.cli.service import sentences, standings


def arguments(parser: argparse.ArgumentParser) -> None:
    """There are none."""


def run(options: argparse.Namespace) -> int:  # noqa: ARG001
    """Print it; 0 where it starts at log-in and all is well, 1 where not."""
    found = standings()
    if not found:
        print("Postil does not start at log-in.\n    to do: Run `postil service install`.")
        return 1
    code = 0
    for standing in found:
        for sentence, remedy in sentences(standing):
            print(f"{'!' if remedy else ' '} {sentence}")
            if remedy:
                code = 1
                print(f"    to do: {remedy}")
        for where, _ in standing.states:
            print(f"    {where}")
    return code
