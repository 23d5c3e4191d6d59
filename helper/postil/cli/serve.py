"""`postil serve`: the helper, until it is told to stop."""

from __future__ import annotations

import argparse

from postil.cli.rules import folder_argument
from postil.config import PORT


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options. `--port` is for tests and managed roll-outs: extensions must know it too."""
    folder_argument(parser)
    parser.add_argument("--port", type=int, default=PORT, help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Serve; 0 once stopped."""
    from postil.server.serve import serve  # noqa: PLC0415 - aiohttp is only needed here

    serve(port=options.port, rules=options.rules)
    return 0
