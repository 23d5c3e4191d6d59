"""`postil pair`: prints the line that a person pastes into the extension's options, once."""

from __future__ import annotations

import argparse
import sys

from postil.config import PORT
from postil.server.pairing import PENDING_S
from postil.server.pairings import create


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--name", help="what to call this browser, such as work-firefox")
    parser.add_argument("--port", type=int, default=PORT, help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Print the line by itself, and beside it what to do with it."""
    line = create(options.name, port=options.port)
    print(line)
    print(
        "Paste this line into Postil's options in your browser, under Connection. "
        f"It works once, within {PENDING_S // 60} minutes; do not send it to anybody.",
        file=sys.stderr,
    )
    return 0
