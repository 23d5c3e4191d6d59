"""`postil serve`: the helper, until it is told to stop."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager

from postil.cli.rules import folder_argument
from postil.config import PORT
from postil.updates.supply import Supply


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options. `--port` is for tests and managed roll-outs: extensions must know it too."""
    folder_argument(parser)
    parser.add_argument("--port", type=int, default=PORT, help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Serve; 0 once stopped."""
    with no_authorities():
        from postil.server.serve import serve  # noqa: PLC0415 - aiohttp is only needed here
    serve(port=options.port, rules=options.rules, supply=Supply())
    return 0


@contextmanager
def no_authorities() -> Iterator[None]:
    """Spare the reading of all certificate authorities, which aiohttp does as it is imported (45 ms).

    The helper calls nobody, so it trusts nobody.
    """
    names = ("SSL_CERT_FILE", "SSL_CERT_DIR")
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(dict.fromkeys(names, os.devnull))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
