"""`postil rules lint`: what is no mistake in a rule file, but would be better otherwise."""

from __future__ import annotations

import argparse
from pathlib import Path

from postil.cli.rules import folder_argument, folder_of, read_shelf
from postil.rulebook.lint import lint
from postil.rulebook.problems import counted, render


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    folder_argument(parser)
    parser.add_argument("files", nargs="*", type=Path, help="show what concerns these files alone")


def run(options: argparse.Namespace) -> int:
    """Print the findings and their number; 0 if there are none, 1 if there are."""
    shelf = read_shelf(folder_of(options))  # style is worth a look only where nothing is wrong
    named = {file.resolve() for file in options.files}
    found = [one for one in lint(shelf) if not named or one.file.resolve() in named]
    print("\n\n".join(render(one) for one in found))
    print(f"\n{counted(len(found), 'finding')}." if found else "Nothing to improve.")
    return 1 if found else 0
