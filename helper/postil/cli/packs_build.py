"""`postil packs build FOLDER --pack NAME --version VERSION`: a pack and its release, ready to be signed."""

from __future__ import annotations

import argparse
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from postil.cli.rules import folder_argument, folder_of
from postil.config import version
from postil.errors import InputError
from postil.updates.building import Label, build
from postil.updates.release import ENGINE, VERSION
from postil.updates.setting import PACK

GOOD_FOR = timedelta(days=180)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where the release is written")
    parser.add_argument("--pack", required=True, metavar="NAME", help="what settings call it, such as leeds")
    parser.add_argument(
        "--version",
        required=True,
        metavar="VERSION",
        dest="edition",
        help="what people are told, such as 2026.11.2",
    )
    parser.add_argument("--expires", metavar="DATE", help="from when it warns; in 180 days if left out")
    parser.add_argument(
        "--sequence", type=int, metavar="N", help="if not one higher than what lies in FOLDER"
    )
    parser.add_argument(
        "--minimum-engine", metavar="VERSION", help="the oldest Postil it is for, if not this one"
    )
    folder_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Build it, and say what comes next."""
    today = datetime.now(tz=UTC).date()
    label = Label(
        pack=_form(options.pack, PACK, "--pack"),
        version=_form(options.edition, VERSION, "--version"),
        issued=today,
        expires=_date(options.expires) if options.expires else today + GOOD_FOR,
        minimum_engine=_form(options.minimum_engine or version(), ENGINE, "--minimum-engine"),
        sequence=options.sequence,
    )
    release = build(folder_of(options), label, options.folder)
    print(f"{release.file}: {release.size} bytes, sequence {release.sequence}, expires {release.expires}.")
    print(f"Sign it: postil packs sign {options.folder} --key FILE")
    return 0


def _form(text: str, form: re.Pattern[str], option: str) -> str:
    if not form.fullmatch(text):
        raise InputError(f"{text!r} has not the form of this option.", where=option, remedy="See `--help`.")
    return text


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError(
            f"{text!r} is no date.", where="--expires", remedy="Write it like 2027-05-21."
        ) from error
