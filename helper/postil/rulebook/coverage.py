"""Every clause of every document: its topic, where it acts, and how many examples hold it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from postil.model.policy import Clause, Document, Policy, Rulebook
from postil.model.topic import Topic
from postil.rulebook.problems import counted

_SHOWN = ("policy", "design")
"""Surfaces on which a clause acts by being there: in the popup's view, and in how Postil is built."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One clause. `acts`: those of its surfaces on which something happens; `flags`, `passes`: examples."""

    policy: str
    document: str
    clause: Clause
    acts: tuple[str, ...]
    flags: int
    passes: int


def rows(rulebook: Rulebook) -> tuple[Row, ...]:
    """All clauses, by policy, in the order of its file."""
    found = []
    for _, policy in sorted(rulebook.policies.items()):
        for clause in policy.clauses:
            topic = rulebook.topics[clause.topic]
            document = next(one for one in policy.documents if one.id == clause.document)
            flags = sum(example.flags for example in topic.examples)
            found.append(
                Row(
                    policy=policy.id,
                    document=clause.document,
                    clause=clause,
                    acts=tuple(one for one in clause.surface if _acts(topic, clause, document, one)),
                    flags=flags,
                    passes=len(topic.examples) - flags,
                )
            )
    return tuple(found)


def _acts(topic: Topic, clause: Clause, document: Document, surface: str) -> bool:
    """Whether something happens there: a check, a reminder, or words in the policy's view."""
    if surface in _SHOWN:
        return True
    if topic.status != "active":
        return False
    if surface == "schedule":
        return topic.acts == "schedule"
    bound = clause.who or document.who
    return (
        bool(topic.cases)
        and surface in (topic.scope.surface or (surface,))
        and _meet(bound, topic.scope.who)
        and _meet(clause.account, topic.scope.account)
    )


def _meet(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two limits leave anybody; an empty one leaves everybody."""
    return not one or not other or bool(set(one) & set(other))


def as_json(found: tuple[Row, ...]) -> dict[str, object]:
    """The rows for programs."""
    return {
        "clauses": [
            {
                "id": row.clause.id,
                "topic": row.clause.topic,
                "surface": list(row.clause.surface),
                "acts": list(row.acts),
                "examples": row.flags + row.passes,
            }
            for row in found
        ]
    }


def as_text(found: tuple[Row, ...]) -> str:
    """The rows for a terminal, a clause a line, and a sum below."""
    width = max((len(row.clause.id) for row in found), default=0)
    topics = max((len(row.clause.topic) for row in found), default=0)
    lines = [f"{row.clause.id:<{width}}  {row.clause.topic:<{topics}}  {_where(row)}" for row in found]
    return "\n".join([*lines, "", _sum(found)])


def as_page(rulebook: Rulebook, found: tuple[Row, ...]) -> str:
    """The rows as a page of Markdown, a table a document."""
    return "\n".join(_page(rulebook, found)) + "\n"


_INTRODUCTION = """\
# Coverage

Every clause of every policy document that Postil knows: the topic that speaks for it, and where it acts.
*post*, *share*, *profile* and *sign-in* are checked as one writes; *schedule* is a reminder; *policy* is
shown in the popup, as no program can check it; *design* binds Postil itself. The examples are those of the
topic: so many must be flagged, so many must pass.

Made by `postil rules coverage --page`; a test keeps it true.
"""


def _page(rulebook: Rulebook, found: tuple[Row, ...]) -> Iterator[str]:
    yield _INTRODUCTION
    yield _sum(found)
    for _, policy in sorted(rulebook.policies.items()):
        for document in policy.documents:
            yield from _table(policy, document.id, [row for row in found if row.document == document.id])


def _table(policy: Policy, document: str, found: list[Row]) -> Iterator[str]:
    title = next(one.title.en for one in policy.documents if one.id == document)
    yield ""
    yield f"## {policy.institution.en}: {title}"
    yield ""
    yield "| clause | section | demands | topic | acts | flags | passes |"
    yield "|---|---|---|---|---|---|---|"
    for row in found:
        clause = row.clause
        cells = (f"`{clause.id}`", _heading(clause), clause.demands.en, f"`{clause.topic}`", _where(row))
        counts = (str(row.flags or ""), str(row.passes or ""))
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in (*cells, *counts)) + " |"


def _heading(clause: Clause) -> str:
    """The section as English readers know it."""
    return clause.section if isinstance(clause.section, str) else clause.section.en


def _where(row: Row) -> str:
    """Where a clause acts, in words."""
    return ", ".join(row.acts) or "nowhere yet"


def _sum(found: tuple[Row, ...]) -> str:
    acting = sum(bool(row.acts) for row in found)
    documents = counted(len({(row.policy, row.document) for row in found}), "document")
    return f"{counted(len(found), 'clause')} in {documents}; {acting} of them act."
