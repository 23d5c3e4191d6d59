"""`postil rules coverage`: every clause with its topic, where it acts, and its examples."""

from __future__ import annotations

import argparse
import json

from postil.cli.rules import folder_argument, folder_of, read_rules
from postil.rulebook import coverage


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    folder_argument(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="for programs")
    form.add_argument("--page", action="store_true", help="as the page rules/COVERAGE.md")


def run(options: argparse.Namespace) -> int:
    """Print the clauses; 1 if one of them acts nowhere."""
    rulebook = read_rules(folder_of(options))
    rows = coverage.rows(rulebook)
    if options.json:
        print(json.dumps(coverage.as_json(rows), ensure_ascii=False, indent=1))
    elif options.page:
        print(coverage.as_page(rulebook, rows), end="")
    else:
        print(coverage.as_text(rows))
    return 0 if all(row.acts for row in rows) else 1
