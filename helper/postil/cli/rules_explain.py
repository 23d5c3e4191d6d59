"""`postil rules explain "text"`: which topics come near a text, and what each of their conditions says."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace

from postil.cli.rules import folder_argument, folder_of, read_rules
from postil.errors import InputError
from postil.model.draft import Draft
from postil.model.policy import Rulebook
from postil.rulebook.explaining import LEGEND, explain
from postil.rulebook.problems import did_you_mean
from postil.rulebook.proof.bench import Bench
from postil.server.wire import WireError, read_draft, read_json


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    folder_argument(parser)
    parser.add_argument("text", nargs="?", help="the text; without it, it is read from standard input")
    parser.add_argument("--policy", metavar="ID", help="the policy in force")
    parser.add_argument("--topic", metavar="ID", help="this topic alone, however far from the text")
    parser.add_argument("--whole", action="store_true", help="show every condition, not only what decided")
    parser.add_argument("--draft", metavar="JSON", help="more about the draft, as helper/README.md says it")


def run(options: argparse.Namespace) -> int:
    """Print the explanation; 0 whatever it says."""
    rulebook = read_rules(folder_of(options))
    draft = _draft(options)
    draft = replace(draft, policy=_known(options.policy or draft.policy, rulebook))
    if options.topic and options.topic not in rulebook.topics:
        hint = did_you_mean(options.topic, rulebook.topics)
        raise InputError(f"There is no topic `{options.topic}`.", where="--topic", remedy=hint)
    print(explain(Bench(rulebook), draft, options.topic, whole=options.whole), LEGEND, sep="\n\n")
    return 0


def _known(policy: str | None, rulebook: Rulebook) -> str:
    if policy is None or policy not in rulebook.policies:
        what = f"There is no policy `{policy}`." if policy else "No policy is named."
        raise InputError(what, where="--policy", remedy=did_you_mean(policy or "", rulebook.policies))
    return policy


def _draft(options: argparse.Namespace) -> Draft:
    """The draft that the options say, the text of the command line or standard input in it."""
    if options.draft is None:
        return Draft(text=sys.stdin.read() if options.text is None else options.text)
    try:
        data = read_json(options.draft.encode())
        if isinstance(data, dict) and options.text is not None:
            data = data | {"text": options.text}
        return read_draft(data)
    except WireError as error:
        remedy = "Write it as helper/README.md shows it, in single quotation marks."
        raise InputError(str(error), where="--draft", remedy=remedy) from error
