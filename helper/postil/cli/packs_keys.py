"""`postil packs keys FILE`: make a key that signs packs, or show the public half of one that is there."""

from __future__ import annotations

import argparse
from pathlib import Path

from postil.updates.keys import make_key, public, read_key


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the private key; made where there is none")


def run(options: argparse.Namespace) -> int:
    """Print the public key."""
    file: Path = options.file
    if file.exists():
        print(public(read_key(file)))
        return 0
    print(make_key(file))
    print(
        f"{file} is the private half: whoever has it decides what people are told. Keep it off the web host."
    )
    return 0
