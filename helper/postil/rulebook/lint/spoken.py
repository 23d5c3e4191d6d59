"""The words that people read: short, and never blaming; and the reasons that authors give each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from postil.rulebook.problems import Problem
from postil.rulebook.shelf import Entry, Shelf
from postil.rulebook.source import reach

_LONGEST = {"title": 70, "message": 160}
_SPOKEN = {"title", "message", "statement", "demands", "dos", "donts"}
_BLAME = re.compile(
    r"\b(?:violat\w*|breach\w*|forbid\w*|prohibit\w*|illegal\w*|detected|offen[cs]e|offender|guilty|culprit|"
    r"overtred\w*|verbod\w*|verbied\w*|schending|strafbaar|gedetecteerd|schuldig|dader)\b",
    re.IGNORECASE,
)


def _spoken(node: yaml.Node, key: str = "") -> Iterator[tuple[str, yaml.ScalarNode]]:
    """Every sentence for people below a node, with the key that it belongs to."""
    if isinstance(node, yaml.MappingNode):
        for name, child in node.value:
            if name.value in {"en", "nl"} and isinstance(child, yaml.ScalarNode):
                if key in _SPOKEN:
                    yield key, child
            else:
                yield from _spoken(child, name.value)
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _spoken(child, key)


def _sentences(shelf: Shelf) -> Iterator[tuple[Entry, str, yaml.ScalarNode]]:
    for entry in (*shelf.topics.values(), *shelf.policies.values()):
        if entry.value is not None and entry.sheet.source.root is not None:
            for key, node in _spoken(entry.sheet.source.root):
                yield entry, key, node


def too_long(shelf: Shelf) -> Iterator[Problem]:
    """A card holds a short title and two lines of message."""
    for entry, key, node in _sentences(shelf):
        longest = _LONGEST.get(key)
        if longest and len(node.value) > longest:
            sentence = f"This {key} has {len(node.value)} characters; a card holds {longest}."
            yield entry.sheet.problem(node, sentence, "Say it shorter.")


def blame(shelf: Shelf) -> Iterator[Problem]:
    """Postil advises: it names no offence and no offender."""
    for entry, _, node in _sentences(shelf):
        if match := _BLAME.search(node.value):
            hint = "Say what holds and what helps, in calm words."
            yield entry.sheet.problem(node, f"`{match.group()}` blames the reader.", hint)


def reasons(shelf: Shelf) -> Iterator[Problem]:
    """An example that passes says why, so that nobody takes it out."""
    for entry, topic in shelf.each_topic():
        for number, example in enumerate(topic.examples):
            if not example.flags and not example.why and entry.sheet.source.root is not None:
                place = reach(entry.sheet.source.root, ("examples", number, "pass"))
                yield entry.sheet.problem(place, "This example does not say why it passes.", "Add `why:`.")
