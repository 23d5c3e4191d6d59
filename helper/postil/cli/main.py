"""The table of commands. One more is a line here and a file beside this one.

A command's file has `arguments(parser)`, which declares its options, and `run(options)`, which does the
work and returns the exit code: 0 all is well, 1 something was found, 2 the input cannot be used. It is
imported only when it is asked for, so that no command waits for another's libraries.
"""

from __future__ import annotations

import argparse
import importlib
import io
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from postil.errors import PostilError, StorageError, render

UNUSABLE = 2
"""Exit code for input that cannot be used; argparse uses the same for options."""
INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Command:
    """A line of the table: what `--help` says, and the module that does the work or the commands under it."""

    about: str
    module: str = ""
    under: Mapping[str, Command] = field(default_factory=dict)


RULES = {
    "check": Command("Read every rule file and list all problems.", "postil.cli.rules_check"),
    "test": Command("Prove every example, condition and exception.", "postil.cli.rules_test"),
    "explain": Command("Show why a text is flagged or passes.", "postil.cli.rules_explain"),
    "lint": Command("Show what would be better otherwise.", "postil.cli.rules_lint"),
    "coverage": Command("Show every clause, its topic and where it acts.", "postil.cli.rules_coverage"),
    "new": Command("Start a topic, a term list or a policy.", "postil.cli.rules_new"),
    "schema": Command("Write the JSON Schemas that editors read.", "postil.cli.rules_schema"),
}

SERVICE = {
    "install": Command("Have the helper start at log-in, or mend that.", "postil.cli.service_install"),
    "status": Command("Say how the start at log-in stands.", "postil.cli.service_status"),
    "uninstall": Command("Take the start at log-in away.", "postil.cli.service_uninstall"),
}

PACKS = {
    "status": Command("Say which rules are in force, and how updates stand.", "postil.cli.packs_status"),
    "update": Command("Ask whether there is a newer policy pack.", "postil.cli.packs_update"),
    "keys": Command("Make a key that signs packs, or show its public half.", "postil.cli.packs_keys"),
    "build": Command("Make a pack of a rules folder.", "postil.cli.packs_build"),
    "sign": Command("Sign a release.", "postil.cli.packs_sign"),
    "verify": Command("Look at a release as a computer that fetches it would.", "postil.cli.packs_verify"),
}

COMMANDS = {
    "check": Command("Check a text, or one draft a line.", "postil.cli.check"),
    "policies": Command("List the policies, or show one whole.", "postil.cli.policies"),
    "serve": Command("Run the helper that the browser asks.", "postil.cli.serve"),
    "pair": Command("Print a line that pairs a browser, once.", "postil.cli.pair"),
    "pairings": Command("List the browsers that may ask.", "postil.cli.pairings"),
    "unpair": Command("Let a browser ask no longer.", "postil.cli.unpair"),
    "doctor": Command("Say what is well and what is not.", "postil.cli.doctor"),
    "service": Command("Start at log-in, or no longer.", under=SERVICE),
    "packs": Command("Receive or publish policy updates.", under=PACKS),
    "rules": Command("Look after the rule files.", under=RULES),
}


def grow(parser: argparse.ArgumentParser, table: Mapping[str, Command], words: Sequence[str]) -> None:
    """Give `parser` a branch for each line of `table`; only the one that `words` name is filled in."""
    branches = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, command in table.items():
        branch = branches.add_parser(name, help=command.about, description=command.about)
        if name != next(iter(words), None):
            continue
        if command.under:
            grow(branch, command.under, words[1:])
        else:
            module = importlib.import_module(command.module)
            module.arguments(branch)
            branch.set_defaults(run=module.run)


def main(words: Sequence[str] | None = None) -> int:
    """Run the command that `words` (default: the command line) name, and return its exit code."""
    words = sys.argv[1:] if words is None else words
    about = "A note in the margin of a post, before it is sent."
    parser = argparse.ArgumentParser(prog="postil", description=about)
    grow(parser, COMMANDS, words)
    options = parser.parse_args(words)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(
            errors="replace"
        )  # a letter that a terminal or a pipe does not have ends nothing
    try:
        return int(options.run(options))
    except PostilError as error:
        print(render(error), file=sys.stderr)
        return UNUSABLE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader, `head` say, has gone: not a failure of ours
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(render(_refused(error)), file=sys.stderr)
        return UNUSABLE


def _refused(error: OSError) -> StorageError:
    """What the system refused, where no command has a sentence of its own for it."""
    return StorageError(
        f"This cannot be read or written: {error.strerror or type(error).__name__}.",
        where=str(error.filename or ""),
        remedy="Give your account the rights to it, or make room on the disk, and try again.",
    )
