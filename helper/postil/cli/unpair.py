"""`postil unpair NAME`: a browser may ask no longer; the running helper notices at once."""

from __future__ import annotations

import argparse

from postil.server.pairings import remove


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("name", help="as `postil pairings` shows it")


def run(options: argparse.Namespace) -> int:
    """Take the pairing away."""
    remove(options.name)
    print(f"{options.name} may ask no longer.")
    return 0
