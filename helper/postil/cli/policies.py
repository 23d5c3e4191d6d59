"""`postil policies [show ID]`: the policies installed; one as the popup shows it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from postil.cli.reader import in_language, indent, reader_language
from postil.cli.rules import folder_argument, folder_in_force, read_rules
from postil.errors import InputError
from postil.model.policy import Rulebook
from postil.server.policy import show
from postil.server.shape import suggest

ACTS = {
    "typing": "while typing",
    "pictures": "pictures",
    "profile": "profile",
    "sign-in": "sign-in",
    "share": "share",
    "reminder": "reminder",
    "shown-here": "shown here",
    "no-warning": "no warning",
}
"""How Postil acts on a clause, for a terminal; the popup has its own words in `_locales`."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("action", nargs="?", choices=["show"], help="show one policy whole")
    parser.add_argument("id", nargs="?", help="which one")
    folder_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Print the list, or one policy."""
    rulebook = read_rules(folder_in_force(options))
    lines = whole(rulebook, options.id) if options.action else overview(rulebook)
    print("\n".join(lines))
    return 0


def overview(rulebook: Rulebook) -> Iterator[str]:
    """One line a policy."""
    for policy in sorted(rulebook.policies.values(), key=lambda policy: policy.id):
        name = in_language(policy.institution, reader_language())
        yield f"{policy.id:<16}  {name}, version {policy.version}, {len(policy.clauses)} clauses"


def whole(rulebook: Rulebook, name: str | None) -> Iterator[str]:
    """One policy, in the reader's language.

    Raises:
        InputError: there is none of that name.
    """
    if name not in rulebook.policies:
        raise InputError(
            f"There is no policy called {name}{suggest(name, rulebook.policies)}."
            if name
            else "No policy is named.",
            where="postil policies show",
            remedy=f"The policies are: {', '.join(sorted(rulebook.policies))}.",
        )
    view = show(rulebook.policies[name], rulebook, reader_language())
    yield f"{view['institution']}, version {view['version']}"
    for document in view["documents"]:
        year = document["year"] or "undated"
        yield f"  {document['title']} ({year}), {document['url'] or 'supplied by the institution'}"
    yield from _themes(view["clauses"])
    for title, key in (("Do", "dos"), ("Do not", "donts")):
        if view[key]:
            yield f"\n{title}"
            yield from (indent(words) for words in view[key])
    if view["contacts"]:
        yield "\nWhom to ask"
        yield from (indent(_contact(contact)) for contact in view["contacts"])


def _themes(clauses: list[dict[str, Any]]) -> Iterator[str]:
    for theme in dict.fromkeys(clause["theme"] for clause in clauses):
        yield f"\n{theme}"
        for clause in clauses:
            if clause["theme"] == theme:
                acts = ", ".join(ACTS[act] for act in clause["acts"])
                yield indent(f"{clause['section']}: {clause['demands']} ({clause['topic']}; {acts})")


def _contact(contact: dict[str, Any]) -> str:
    ways = (contact[key] for key in ("email", "phone", "url"))
    return ", ".join([f"{contact['name']}: {contact['about']}", *(way for way in ways if way)])
