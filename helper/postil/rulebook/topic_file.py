"""A topic as its file writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

from postil.model.condition import Condition
from postil.model.finding import Confidence, Severity, Words
from postil.model.topic import Case, ExceptionRule, FixSpec, Scope, Topic
from postil.rulebook.conditions import CONDITION
from postil.rulebook.examples import EXAMPLE
from postil.rulebook.fixes import FIX
from postil.rulebook.shape.keys import Key, Keys
from postil.rulebook.shape.lists import ListOf, Several
from postil.rulebook.shape.plain import Choice, Text
from postil.rulebook.shape.sheet import Sheet
from postil.rulebook.source import reach
from postil.rulebook.words import ACCOUNTS, BOTH, CONFIDENCE, ID, ROLES, SEVERITY, SURFACES, severity_rank

THEMES = ("people", "speaking", "sharing", "tone", "brand", "access", "account", "advice")
STATUSES = ("draft", "trial", "active", "retired")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseParts:
    """A case as written; what it leaves open is the topic's."""

    name: str
    when: Condition
    severity: Severity | None = None
    confidence: Confidence | None = None
    title: Words | None = None
    message: Words | None = None
    fix: FixSpec | None = None


CASE = Keys(
    "A case",
    CaseParts,
    {
        "name": Key(Text(), needed=True),
        "when": Key(CONDITION, needed=True),
        "severity": Key(SEVERITY),
        "confidence": Key(CONFIDENCE),
        "title": Key(BOTH),
        "message": Key(BOTH),
        "fix": Key(FIX),
    },
)
SCOPE = Keys("A scope", Scope, {"account": Key(ACCOUNTS), "who": Key(ROLES), "surface": Key(SURFACES)})
EXCEPTION = Keys(
    "An exception", ExceptionRule, {"why": Key(Text(), needed=True), "when": Key(CONDITION, needed=True)}
)


_OF_CHECKS = {"status": "active", "severity": "note", "theme": "advice"}
"""What a topic needs that a program checks; one that `acts` otherwise is this where it does not say."""


def _whole(found: dict[str, Any], node: yaml.Node, sheet: Sheet) -> None:
    """A topic that is checked says how loud it is, what it is about, and whether it is in use."""
    for key, usual in _OF_CHECKS.items():
        if "acts" in found:
            found.setdefault(key, usual)
        elif key not in found:
            sheet.note(node, f"A topic needs `{key}`.", f"Add `{key}:`.", width=1)


def _one_way_to_hold(found: dict[str, Any], node: yaml.Node, sheet: Sheet) -> None:
    """`when`, `cases` or `acts`: one of the three."""
    ways = [key for key in ("when", "cases", "acts") if key in found]
    if not ways:
        sheet.note(
            node,
            "Nothing says when this topic holds.",
            "Add `when:`; or `acts: policy` if no program can check it.",
            width=1,
        )
    elif len(ways) > 1:
        second = reach(node, (ways[1],))
        sheet.note(second, f"A topic has `{ways[0]}` or `{ways[1]}`, not both.", "Keep one of the two.")


def _loudness(found: dict[str, Any], node: yaml.Node, sheet: Sheet) -> None:
    """No case may be louder than its topic."""
    loudest = severity_rank(found.get("severity", "warning"))
    for number, case in enumerate(found.get("cases", ())):
        if case.severity and severity_rank(case.severity) > loudest:
            place = reach(node, ("cases", number, "severity"))
            sentence = f"This case is louder than its topic, which is a {found['severity']} at most."
            sheet.note(place, sentence, "Lower the case, or raise the topic's `severity`.")


def _messages(found: dict[str, Any], node: yaml.Node, sheet: Sheet) -> None:
    """Something has to be said, by the topic or by each case."""
    if "message" in found:
        return
    silent = [number for number, case in enumerate(found.get("cases", ())) if case.message is None]
    if silent or "cases" not in found:
        place = reach(node, ("cases", silent[0])) if silent else node
        sheet.note(
            place, "Nothing says what a person reads.", "Add `message:` with `en:` and `nl:`.", width=1
        )


def _check(found: dict[str, Any], node: yaml.Node, sheet: Sheet) -> None:
    for look in (_whole, _one_way_to_hold, _loudness, _messages):
        look(found, node, sheet)


def _build(**found: Any) -> Topic:  # noqa: ANN401 - each key has been read by its own shape
    parts: tuple[CaseParts, ...] = found.get("cases", ())
    if "when" in found:
        parts = (CaseParts(name="", when=found["when"]),)
    return Topic(
        id=found["topic"],
        title=found["title"],
        status=found["status"],
        severity=found["severity"],
        scope=found.get("scope", Scope()),
        cases=tuple(_case(part, found) for part in parts),
        exceptions=found.get("exceptions", ()),
        examples=found.get("examples", ()),
        yields_to=found.get("yields_to", ()),
        acts=found.get("acts", "checks"),
        theme=found["theme"],
        message=found.get("message"),
    )


def _case(part: CaseParts, found: dict[str, Any]) -> Case:
    """A case with what it left open filled in by its topic."""
    return Case(
        name=part.name,
        when=part.when,
        severity=part.severity or found["severity"],
        confidence=part.confidence or found.get("confidence", "high"),
        title=part.title or found["title"],
        message=part.message or found["message"],
        fix=part.fix or found.get("fix"),
    )


TOPIC_FILE: Keys[Topic] = Keys(
    "A topic",
    _build,
    {
        "topic": Key(ID, needed=True),
        "title": Key(BOTH, needed=True),
        "theme": Key(Choice("theme", THEMES)),
        "status": Key(Choice("status", STATUSES)),
        "severity": Key(SEVERITY),
        "confidence": Key(CONFIDENCE),
        "scope": Key(SCOPE),
        "yields-to": Key(Several(Text(mention="topic"))),
        "acts": Key(Choice("way to act", ("schedule", "policy", "design"))),
        "when": Key(CONDITION),
        "cases": Key(ListOf(CASE, least=1)),
        "exceptions": Key(ListOf(EXCEPTION)),
        "message": Key(BOTH),
        "fix": Key(FIX),
        "examples": Key(ListOf(EXAMPLE)),
    },
    _check,
)
