"""`postil rules schema`: write the JSON Schemas that editors read, or see whether they are up to date."""

from __future__ import annotations

import argparse

from postil.cli.rules import folder_argument, folder_of
from postil.rulebook import schema


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    folder_argument(parser)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file is out of date")


def run(options: argparse.Namespace) -> int:
    """Write the files, or with `--check` compare them."""
    folder = folder_of(options) / "schema"
    if not options.check:
        for file in schema.write(folder):
            print(f"Written: {file}")
        return 0
    stale = [
        name
        for name, text in schema.texts().items()
        if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != text
    ]
    for name in stale:
        print(f"{folder / name} is out of date. Run `postil rules schema`.")
    return 1 if stale else 0
