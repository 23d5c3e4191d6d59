"""A folder of rule files becomes a rulebook, or the list of every problem in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from postil.engine.collector import paused
from postil.model.policy import Rulebook
from postil.rulebook.crosscheck import crosscheck
from postil.rulebook.glance import glance
from postil.rulebook.policy_file import POLICY_FILE
from postil.rulebook.problems import Problem
from postil.rulebook.shape.sheet import Broken, Shape, Sheet
from postil.rulebook.shelf import Entry, Shelf
from postil.rulebook.source import Source, compose, unopened
from postil.rulebook.terms_file import TERMS_FILE
from postil.rulebook.topic_file import TOPIC_FILE

FOLDERS: Mapping[str, Shape[Any]] = {"terms": TERMS_FILE, "topics": TOPIC_FILE, "policies": POLICY_FILE}
"""Each folder with the shape of its files."""

_ALLOWED_BESIDE = {"README.md"}


def load(folder: Path) -> Rulebook | tuple[Problem, ...]:
    """Read `terms`, `topics` and `policies` under `folder`. Nothing in a file makes this raise.

    Returns:
        The rulebook; or all problems of all files, in the order of files and lines.
    """
    with paused():
        return _load(folder)


def _load(folder: Path) -> Rulebook | tuple[Problem, ...]:
    """As `load`. What was only needed to read is let go before the collector looks around again."""
    shelf = open_shelf(folder)
    return problems_of(folder, shelf) or shelf.rulebook()


def problems_of(folder: Path, shelf: Shelf) -> tuple[Problem, ...]:
    """Every problem of a folder that was read, in the order of files and lines."""
    problems = [*beside(folder), *shelf.problems(), *crosscheck(shelf)]
    problems.sort(key=lambda one: (one.file.parent.name, one.file.name, one.line, one.column))
    return tuple(dict.fromkeys(problems))


def open_shelf(folder: Path) -> Shelf:
    """Every file, each for itself; what they say of each other is not looked at."""
    return Shelf(**{kind: read_kind(folder / kind, shape) for kind, shape in FOLDERS.items()})


def read_kind(folder: Path, shape: Shape[Any]) -> dict[str, Entry]:
    """Every file of one kind, by its name without the ending."""
    return {file.stem: _open(file, shape) for file in sorted(folder.glob("*.yaml"), key=_name)}


def _name(file: Path) -> str:
    return file.name


def _open(file: Path, shape: Shape[Any]) -> Entry:
    """One file: at a glance where that is enough, else in full."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        return read_file(unopened(file, error), shape)
    if shape is TERMS_FILE and (value := glance(raw)) is not None:
        return Entry(file, value, lambda: read_file(compose(file, raw), shape).sheet)
    return read_file(compose(file, raw), shape)


def read_file(source: Source, shape: Shape[Any]) -> Entry:
    """One file, with the problems of its YAML and of what stands in it."""
    sheet = Sheet(source)
    value = None
    try:
        if source.root is not None:
            value = shape.read(source.root, sheet)
    except Broken:
        value = None
    except RecursionError:
        sentence = "The parts of this file are nested too deeply."
        sheet.problems.append(Problem(file=source.file, sentence=sentence, hint="Make it flatter."))
    sheet.problems = [
        *source.problems,
        *(one for one in sheet.problems if not _over(source, one.line, one.column)),
    ]
    sheet.mentions = [
        one
        for one in sheet.mentions
        if not _over(source, one.node.start_mark.line + 1, one.node.start_mark.column + 1)
    ]
    return Entry(source.file, None if sheet.problems else value, lambda: sheet)


def _over(source: Source, line: int, column: int) -> bool:
    """Whether a place was mended so that YAML could be read on: what stands there is not the author's."""
    return any(one.line == line and 0 <= column - one.column <= one.width for one in source.problems)


def beside(folder: Path) -> list[Problem]:
    """Folders that are missing, and files that would be passed over without a word."""
    found: list[Problem] = []
    for kind in FOLDERS:
        if not (folder / kind).is_dir():
            hint = "Make it, or name another folder with `--rules`."
            found.append(
                Problem(file=folder / kind, sentence=f"There is no folder `{kind}` here.", hint=hint)
            )
            continue
        for file in sorted((folder / kind).iterdir(), key=_name):
            if file.suffix == ".yaml" or file.name.startswith(".") or file.name in _ALLOWED_BESIDE:
                continue
            found.append(
                Problem(
                    file=file,
                    sentence="This is no rule file.",
                    hint="Name it `….yaml`, or move it elsewhere.",
                )
            )
    return found
