"""`postil check`: a text, or one draft a line, against the policy in force, without a browser."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from postil.cli.review import render
from postil.cli.rules import folder_argument, folder_in_force, read_rules
from postil.errors import InputError
from postil.model.draft import Draft
from postil.server.checker import Checker, echo_id
from postil.server.rules import kept_of, put_in_force
from postil.server.shape import suggest
from postil.server.wire import WireError, read_json, write_json

CLEAN, FOUND, UNUSABLE = 0, 1, 2
"""Exit codes: nothing at warning; something at warning; some of the input could not be used."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--policy", metavar="ID", help="for drafts that name none (see `postil policies`)")
    parser.add_argument("--jsonl", action="store_true", help="read one draft a line, write one review a line")
    parser.add_argument(
        "file", nargs="?", type=Path, help="what to read; standard input where it is left out"
    )
    folder_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Check all that comes in."""
    folder = folder_in_force(options)
    kept = kept_of(folder)
    rulebook = kept.rulebook if kept else read_rules(folder)
    if options.policy is not None and options.policy not in rulebook.policies:
        raise InputError(
            f"There is no policy called {options.policy}{suggest(options.policy, rulebook.policies)}.",
            where="--policy",
            remedy=f"The policies are: {', '.join(sorted(rulebook.policies))}.",
        )
    checker = put_in_force(rulebook, options.policy, kept.compiled if kept else None).checker
    with _open(options.file) as source:
        if options.jsonl:
            return _check_lines(checker, source)
        draft = _read_text(source.read(), options)
    review = checker.check(draft)
    print(render(review, draft, rulebook))
    return FOUND if any(finding.severity == "warning" for finding in review.findings) else CLEAN


def _open(file: Path | None) -> AbstractContextManager[BinaryIO]:
    if file is None or str(file) == "-":
        if sys.stdin.isatty():
            print("Type or paste a text, then Ctrl+D.", file=sys.stderr)
        return nullcontext(sys.stdin.buffer)
    try:
        return file.open("rb")
    except OSError as error:
        raise InputError(
            f"The file cannot be read: {error.strerror}.", where=str(file), remedy="Name another file."
        ) from error


def _read_text(data: bytes, options: argparse.Namespace) -> Draft:
    """A plain text is the post itself, without the line end that editors leave behind it."""
    try:
        return Draft(text=data.decode("utf-8-sig").removesuffix("\n"), policy=options.policy)
    except UnicodeDecodeError as error:
        raise InputError(
            f"The text is not UTF-8: byte {error.start}.",
            where=str(options.file or "standard input"),
            remedy="Save it as UTF-8.",
        ) from None


def _check_lines(checker: Checker, source: Iterable[bytes]) -> int:
    """Write each review as soon as it is there: whoever writes one line may wait for the next."""
    code = CLEAN
    for answer, line_code in answers(checker, source):
        sys.stdout.buffer.write(answer + b"\n")
        sys.stdout.buffer.flush()
        code = max(code, line_code)
    return code


def answers(checker: Checker, lines: Iterable[bytes]) -> Iterator[tuple[bytes, int]]:
    """For each line that is not blank: the line to write, and the exit code that it asks for."""
    for line in lines:
        if line.strip():
            yield _answer(checker, line)


def _answer(checker: Checker, line: bytes) -> tuple[bytes, int]:
    data: object = None
    try:
        data = read_json(line)
        review = checker.review(checker.read(data))
    except WireError as error:
        return write_json({"id": echo_id(data), "error": error.sentence}), UNUSABLE
    except Exception as error:  # noqa: BLE001 - one line must not end the others; its text is not repeated
        return write_json({"id": echo_id(data), "error": f"failed: {type(error).__name__}"}), UNUSABLE
    warned = any(finding["severity"] == "warning" for finding in review["findings"])
    return write_json(review | {"id": echo_id(data)}), FOUND if warned else CLEAN
