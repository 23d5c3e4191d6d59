"""`postil rules new`: start a topic, a term list or a policy from a few questions."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import yaml

from postil.cli.rules import folder_argument, folder_of
from postil.errors import InputError
from postil.rulebook.start import KINDS, start
from postil.rulebook.start.asking import Question, settle

_NEXT = {
    "terms": "Name it in a topic, then run `postil rules check`.",
    "topic": "Write what it looks for under `when:`, add examples, and run `postil rules test {name}`.",
    "policy": "Add its clauses, then run `postil rules check` and `postil rules coverage`.",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    folder_argument(parser)
    parser.add_argument("kind", choices=list(KINDS))
    parser.add_argument("name", help="small letters, joined by hyphens; the file's name and its id")
    parser.add_argument(
        "--answers", type=Path, metavar="FILE", help="a YAML or JSON file: question -> answer"
    )
    parser.add_argument(
        "--answer",
        action="append",
        default=[],
        metavar="QUESTION=TEXT",
        help="one answer; may be given often",
    )


def run(options: argparse.Namespace) -> int:
    """Ask what was not answered, if somebody is there to ask; write the files and say what comes next."""
    questions = KINDS[options.kind].questions
    given = _given(options)
    if not given and sys.stdin.isatty():
        given = {one.key: _ask(one) for one in questions}
    for file in start(options.kind, options.name, settle(questions, given), folder_of(options)):
        print(f"Written: {file}")
    print(_NEXT[options.kind].format(name=options.name))
    return 0


def _given(options: argparse.Namespace) -> dict[str, str]:
    """The answers of the file and of the options, the options' last word."""
    found: dict[str, str] = {}
    if options.answers:
        try:
            data = yaml.safe_load(options.answers.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            what, remedy = "The answers cannot be read.", "Write a file of lines like `title-en: Text`."
            raise InputError(what, where=str(options.answers), remedy=remedy) from error
        if not isinstance(data, dict):
            remedy = "Write a file of lines like `title-en: Text`."
            raise InputError("The answers are no table.", where=str(options.answers), remedy=remedy)
        found = {str(key): str(value) for key, value in data.items()}
    for pair in options.answer:
        key, equals, answer = pair.partition("=")
        if not equals:
            raise InputError(f"`{pair}` has no `=`.", where="--answer", remedy="Write it like `theme=tone`.")
        found[key] = answer
    return found


def _ask(question: Question) -> str:
    """Ask until the answer can be taken."""
    choice = f" ({', '.join(question.options)})" if question.options else ""
    usual = f" [{question.usual}]" if question.usual else ""
    while True:
        try:
            return question.settle(input(f"{question.ask}{choice}{usual}: "))
        except InputError as error:
            print(f"{error.what} {error.remedy}")
        except EOFError as error:
            remedy = "Answer to the end, or give `--answers`."
            raise InputError("The questions were broken off.", where=question.key, remedy=remedy) from error
