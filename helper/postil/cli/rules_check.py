"""`postil rules check`: every problem of every rule file, with its place and a hint."""

from __future__ import annotations

import argparse
from pathlib import Path

from postil.cli.rules import folder_argument, folder_of
from postil.model.policy import Rulebook
from postil.rulebook.load import load
from postil.rulebook.problems import counted, render


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    folder_argument(parser)
    parser.add_argument("files", nargs="*", type=Path, help="show the problems of these files alone")


def run(options: argparse.Namespace) -> int:
    """Print all problems and their number; 0 if there are none, 1 if there are."""
    loaded = load(folder_of(options))
    if isinstance(loaded, Rulebook):
        kinds = ((loaded.terms, "term list"), (loaded.topics, "topic"), (loaded.policies, "policy"))
        print(f"{', '.join(counted(len(files), noun) for files, noun in kinds)}: all well.")
        return 0
    named = {file.resolve() for file in options.files}
    shown = [problem for problem in loaded if not named or problem.file.resolve() in named]
    print("\n\n".join(render(problem) for problem in shown))
    files = counted(len({problem.file for problem in shown}), "file")
    print(f"\n{counted(len(shown), 'problem')} in {files}." if shown else "These files are well.")
    return 1 if shown else 0
