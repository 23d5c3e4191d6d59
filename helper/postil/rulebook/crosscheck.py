"""What files say of each other: names exist, nothing runs in a ring, no clause is louder than its topic."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

import yaml

from postil.engine.phrase import PhraseError, parse
from postil.engine.sound import is_sound, refs, unsure
from postil.model.topic import TermList, Topic
from postil.rulebook.policy_file import OWN_LISTS
from postil.rulebook.problems import Problem, did_you_mean
from postil.rulebook.shape.sheet import Mention, Sheet
from postil.rulebook.shelf import Entry, Shelf
from postil.rulebook.source import reach
from postil.rulebook.words import severity_rank

_ASKED_LANGUAGES = ("en", "nl")
_NAMES = {"en": "English", "nl": "Dutch"}


def crosscheck(shelf: Shelf) -> list[Problem]:
    """All problems between files."""
    return [problem for look in CHECKS for problem in look(shelf)]


def file_names(shelf: Shelf) -> Iterator[Problem]:
    """A file's name is the id inside it."""
    for name, entry in shelf.entries():
        if entry.value is not None and entry.value.id != name:
            root = entry.sheet.source.root
            assert isinstance(root, yaml.MappingNode)  # noqa: S101 - a value was read from it
            key = next(key.value for key, _ in root.value if key.value in {"terms", "topic", "policy"})
            hint = f"Write `{key}: {name}`, or call the file `{entry.value.id}.yaml`."
            yield entry.sheet.problem(
                reach(root, (key,)), f"`{entry.value.id}` is not the file's name.", hint
            )


def known_lists(shelf: Shelf) -> set[str]:
    """The ids of all term lists: files, the policies' own, and the three that every policy fills."""
    own = (name for entry in shelf.policies.values() for name in keys_under(entry, "vocabulary"))
    return {*shelf.terms, *OWN_LISTS, *own}


def keys_under(entry: Entry, key: str) -> list[str]:
    """The keys that stand under a key of a file, whether or not the file could be read."""
    root = entry.sheet.source.root
    place = reach(root, (key,)) if root else None
    if place is root or not isinstance(place, yaml.MappingNode):
        return []
    return [str(name.value) for name, _ in place.value]


def mentions(shelf: Shelf) -> Iterator[Problem]:
    """Every list, topic and policy that is named exists; every phrase can be read."""
    known: dict[str, AbstractSet[str]] = {
        "terms": known_lists(shelf),
        "topic": shelf.topics.keys(),
        "policy": shelf.policies.keys(),
    }
    nouns = {"terms": "term list", "topic": "topic", "policy": "policy"}
    unknown: dict[tuple[str, str], list[tuple[Sheet, yaml.Node]]] = {}
    for _, entry in shelf.entries():
        if isinstance(entry.value, TermList) and _is_well(entry.value, known["terms"]):
            continue
        for mention in entry.sheet.mentions:
            if mention.kind == "phrase":
                yield from _phrase(mention, entry.sheet, known["terms"])
            elif mention.name not in known[mention.kind]:
                unknown.setdefault((mention.kind, mention.name), []).append((entry.sheet, mention.node))
    for (kind, name), places in unknown.items():
        hint = _which(name, known[kind], nouns[kind])
        more = f" It is named {len(places)} times." if len(places) > 1 else ""
        sheet, node = places[0]
        yield sheet.problem(node, f"There is no {nouns[kind]} `{name}`.{more}", hint)


def _which(name: str, known: AbstractSet[str], noun: str) -> str:
    """The nearest name; a whole list of names helps nobody."""
    return did_you_mean(
        name, sorted(known), otherwise=f"Write a {noun} that exists, or start one with `postil rules new`."
    )


def _is_well(terms: TermList, lists: AbstractSet[str]) -> bool:
    """Whether all phrases of a list can be read and all lists that they name exist, asked of all at once."""
    phrases = list(_phrases(terms))
    try:
        for phrase in unsure(phrases):
            parse(phrase)
    except PhraseError:
        return False
    return lists >= refs(*phrases).keys()


def _phrase(mention: Mention, sheet: Sheet, lists: AbstractSet[str]) -> Iterator[Problem]:
    try:
        _ = is_sound(mention.name) or parse(mention.name)
    except PhraseError as error:
        yield _unread(mention, sheet, error)
        return
    for ref in sorted(refs(mention.name).keys() - lists):
        at = _inside(mention, sheet, mention.name.index(f"{{{ref}}}") + 1)
        hint = _which(ref, lists, "term list")
        yield sheet.problem(mention.node, f"There is no term list `{ref}`.", hint, at=at, width=len(ref))


def _unread(mention: Mention, sheet: Sheet, error: PhraseError) -> Problem:
    at = _inside(mention, sheet, error.column)
    hint = "See the table of terms in rules/README.md."
    return sheet.problem(mention.node, error.sentence, hint, at=at, width=1)


def _inside(mention: Mention, sheet: Sheet, column: int) -> int:
    """Where a column of a phrase lies from the start of its node, if the file writes it as it is."""
    written = sheet.from_node(mention.node)
    for quotes in (0, 1):
        if written[quotes:].startswith(mention.name):
            return quotes + min(column, max(0, len(mention.name) - 1))
    return 0


def rings(shelf: Shelf) -> Iterator[Problem]:
    """No list refers to itself, by way of others or at once."""
    lists = {one.id: one for one in shelf.each_list()}
    refers = {name: refs(*_phrases(one)) for name, one in lists.items()}
    done: set[str] = set()
    for start in refers:
        ring = _ring(start, refers, done)
        if ring is None:
            continue
        entry = next(
            (e for e in (shelf.terms.get(ring[0]), *shelf.policies.values()) if e and _names(e, ring[1])),
            None,
        )
        if entry:
            mention = next(
                m for m in entry.sheet.mentions if m.kind == "phrase" and f"{{{ring[1]}}}" in m.name
            )
            way = " → ".join(f"`{name}`" for name in ring)
            yield entry.sheet.problem(
                mention.node,
                f"These lists run in a ring: {way}.",
                "Take one of the references out.",
            )


def _names(entry: Entry, ref: str) -> bool:
    return any(m.kind == "phrase" and f"{{{ref}}}" in m.name for m in entry.sheet.mentions)


def _phrases(terms: TermList) -> Iterator[str]:
    """Every term and exception of a list."""
    for columns in (terms.phrases, terms.exceptions):
        for column in columns.values():
            yield from column


def _ring(start: str, refers: Mapping[str, Iterable[str]], done: set[str]) -> list[str] | None:
    """The first ring that can be walked into from `start`, its first list again at the end."""
    path: list[str] = []
    walks = [iter([start])]
    while walks:
        name = next(walks[-1], None)
        if name is None:
            walks.pop()
            if path:
                done.add(path.pop())
        elif name in path:
            done.update(path)
            return [*path[path.index(name) :], name]
        elif name not in done:
            path.append(name)
            walks.append(iter(refers.get(name, ())))
    return None


def clauses(shelf: Shelf) -> Iterator[Problem]:
    """A clause may lower its topic's severity, never raise it; its id is nobody else's."""
    owner: dict[str, str] = {}
    for entry, policy in shelf.each_policy():
        root = entry.sheet.source.root
        assert root is not None  # noqa: S101 - a value was read from it
        for number, clause in enumerate(policy.clauses):
            found = shelf.topics.get(clause.topic)
            topic: Topic | None = found.value if found else None
            if topic and clause.severity and severity_rank(clause.severity) > severity_rank(topic.severity):
                place = reach(root, ("clauses", number, "severity"))
                sentence = f"This clause is louder than `{topic.id}`, which is a {topic.severity} at most."
                yield entry.sheet.problem(place, sentence, "Lower it, or leave `severity` out.")
            if owner.setdefault(clause.id, policy.id) != policy.id:
                place = reach(root, ("clauses", number, "id"))
                sentence = f"The clause `{clause.id}` stands in the policy `{owner[clause.id]}` too."
                yield entry.sheet.problem(place, sentence, "Give one of them another id.")


def examples(shelf: Shelf) -> Iterator[Problem]:
    """An active topic shows, in English and in Dutch, what it flags and what it passes."""
    for entry, topic in shelf.each_topic():
        if topic.status != "active" or topic.acts != "checks":
            continue
        shown = {(example.language, example.flags) for example in topic.examples}
        missing = [
            f"{'a flagged' if flags else 'a passed'} one in {_NAMES[language]}"
            for language in _ASKED_LANGUAGES
            for flags in (True, False)
            if (language, flags) not in shown
        ]
        if missing:
            root = entry.sheet.source.root
            assert root is not None  # noqa: S101 - a value was read from it
            sentence = (
                f"An active topic needs examples both ways in both languages; missing: {', '.join(missing)}."
            )
            yield entry.sheet.problem(reach(root, ("status",)), sentence, "Add them, or say `status: draft`.")


CHECKS: tuple[Callable[[Shelf], Iterator[Problem]], ...] = (
    file_names,
    mentions,
    rings,
    clauses,
    examples,
)
"""All that is checked between files."""
