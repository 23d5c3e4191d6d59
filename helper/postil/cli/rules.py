"""What every command about rules shares: which folder, and the rulebook or the reason why there is none."""

from __future__ import annotations

import argparse
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from postil.errors import InputError, PostilError, RulesError
from postil.model.policy import Rulebook
from postil.rulebook.find import rules_folder
from postil.updates.supply import Supply

if TYPE_CHECKING:  # `postil serve` shares the option, and starts without what reads the files
    from postil.rulebook.shelf import Shelf


def folder_argument(parser: argparse.ArgumentParser) -> None:
    """Declare `--rules`."""
    parser.add_argument("--rules", type=Path, metavar="FOLDER", help="the rules folder, if not Postil's own")


def folder_of(options: argparse.Namespace) -> Path:
    """The folder that `--rules` names, else Postil's own.

    Raises:
        InputError: It names none.
    """
    named: Path | None = options.rules
    if named is not None and not named.is_dir():
        raise InputError(
            "There is no such folder.", where=str(named), remedy="Name the one that holds `topics`."
        )
    return named or rules_folder()


def folder_in_force(options: argparse.Namespace) -> Path:
    """The folder that `--rules` names, else that of the policy pack in force, else Postil's own: as the helper has it.

    Raises:
        InputError: It names none.
    """
    pack = pack_folder() if options.rules is None else None
    return pack or folder_of(options)


def pack_folder() -> Path | None:
    """The rule files of the policy pack in force. One that cannot be used is passed over; `postil doctor` says so."""
    with suppress(PostilError):
        if pack := Supply().find():
            pack.check()
            return pack.folder
    return None


def read_shelf(folder: Path) -> Shelf:
    """All files of a folder, read and without problems.

    Raises:
        RulesError: They have problems.
    """
    from postil.rulebook.load import open_shelf, problems_of  # noqa: PLC0415 - as above
    from postil.rulebook.problems import counted  # noqa: PLC0415

    shelf = open_shelf(folder)
    problems = problems_of(folder, shelf)
    if problems:
        raise RulesError(
            f"The rules have {counted(len(problems), 'problem')}.",
            where=str(folder),
            remedy="Run `postil rules check`: it lists every one with its place and a hint.",
        )
    return shelf


def read_rules(folder: Path) -> Rulebook:
    """The rulebook of a folder.

    Raises:
        RulesError: It has problems.
    """
    return read_shelf(folder).rulebook()
