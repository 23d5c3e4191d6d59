"""`postil packs sign FOLDER --key FILE`: sign the release in a folder, byte by byte as it lies there."""

from __future__ import annotations

import argparse
from pathlib import Path

from postil.updates.building import sign_release
from postil.updates.setting import LATEST


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where the release lies")
    parser.add_argument(
        "--key",
        type=Path,
        action="append",
        required=True,
        metavar="FILE",
        help="a private key; twice where a new one takes over from an old one",
    )


def run(options: argparse.Namespace) -> int:
    """Sign it, and say in which order it is published."""
    lines = sign_release(options.folder, options.key)
    print(f"Signed by {len(lines)} {'key' if len(lines) == 1 else 'keys'}.")
    print(f"Publish the pack first, then {LATEST}.sig, then {LATEST}.")
    return 0
