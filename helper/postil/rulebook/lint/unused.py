"""What nobody names, and what can never act."""

from __future__ import annotations

from collections.abc import Iterator

from postil.engine.phrase import PhraseError, parse
from postil.rulebook.coverage import rows
from postil.rulebook.lint.terms import OF_THE_ENGINE
from postil.rulebook.problems import Problem
from postil.rulebook.shelf import Shelf
from postil.rulebook.source import reach


def lists(shelf: Shelf) -> Iterator[Problem]:
    """A term list that no topic and no other list names."""
    named: set[str] = set(OF_THE_ENGINE)
    for _, entry in shelf.entries():
        named.update(mention.name for mention in entry.sheet.mentions if mention.kind == "terms")
        for mention in entry.sheet.mentions:
            if mention.kind == "phrase" and "{" in mention.name:
                named |= _refs(mention.name)
    for name, entry in shelf.terms.items():
        if name not in named and entry.sheet.source.root is not None:
            place = reach(entry.sheet.source.root, ("terms",))
            yield entry.sheet.problem(
                place, "No topic and no other list names this one.", "Use it, or delete the file."
            )


def _refs(phrase: str) -> frozenset[str]:
    try:
        return parse(phrase).refs()
    except PhraseError:
        return frozenset()


def topics(shelf: Shelf) -> Iterator[Problem]:
    """A topic that no clause names can never speak."""
    named = {clause.topic for _, policy in shelf.each_policy() for clause in policy.clauses}
    for entry, topic in shelf.each_topic():
        if topic.id not in named and entry.sheet.source.root is not None:
            place = reach(entry.sheet.source.root, ("topic",))
            yield entry.sheet.problem(
                place, "No clause names this topic, so it never speaks.", "Name it in a policy."
            )


def clauses(shelf: Shelf) -> Iterator[Problem]:
    """A clause that acts on none of its surfaces."""
    rulebook = shelf.rulebook()
    if any(
        clause.topic not in rulebook.topics for one in rulebook.policies.values() for clause in one.clauses
    ):
        return
    idle = {row.clause.id for row in rows(rulebook) if not row.acts}
    for entry, policy in shelf.each_policy():
        for number, clause in enumerate(policy.clauses):
            if clause.id in idle and entry.sheet.source.root is not None:
                place = reach(entry.sheet.source.root, ("clauses", number, "surface"))
                sentence = f"This clause acts nowhere: `{clause.topic}` is not active there."
                yield entry.sheet.problem(
                    place, sentence, "Compare its surfaces with the topic's scope and status."
                )


def contacts(shelf: Shelf) -> Iterator[Problem]:
    """A contact that gives no way to reach it."""
    for entry, policy in shelf.each_policy():
        for number, contact in enumerate(policy.contacts):
            if not (contact.email or contact.phone or contact.url) and entry.sheet.source.root is not None:
                place = reach(entry.sheet.source.root, ("contacts", number, "name"))
                yield entry.sheet.problem(
                    place, "Nobody can reach this contact.", "Add `email:`, `phone:` or `url:`."
                )
