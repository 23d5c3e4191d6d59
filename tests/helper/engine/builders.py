"""Small rulebooks for tests: name what matters, leave out the rest."""
# ruff: noqa: ANN401, PLR0913 - a builder hands on whatever a test leaves out or fills in

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from postil.engine.check import Defaults, Engine
from postil.model.condition import Condition, Existence
from postil.model.draft import Draft
from postil.model.finding import Confidence, Finding, Severity, Words
from postil.model.policy import Clause, Document, Policy, Rulebook
from postil.model.topic import Case, ExceptionRule, FixSpec, Pattern, Scope, TermList, Topic

SAID = Words("Said.", "Gezegd.")


def terms(
    name: str,
    *en: str,
    nl: Iterable[str] = (),
    anywhere: Iterable[str] = (),
    exceptions: Iterable[str] = (),
    ambiguous: Iterable[str] = (),
    pattern: str | None = None,
    masked: bool = False,
    misspelt: bool = False,
) -> TermList:
    """A term list; `exceptions` are English, `ambiguous` Dutch."""
    columns = {"en": tuple(en), "nl": tuple(nl), "any": tuple(anywhere)}
    return TermList(
        id=name,
        about="",
        phrases={code: column for code, column in columns.items() if column},
        exceptions={"en": tuple(exceptions)},
        ambiguous={"nl": tuple(ambiguous)},
        patterns=(Pattern(name="p", about="", pattern=pattern, finds=(), passes=()),) if pattern else (),
        masked=masked,
        misspelt=misspelt,
    )


def case(
    when: Condition,
    *,
    name: str = "",
    severity: Severity = "warning",
    confidence: Confidence = "high",
    fix: FixSpec | None = None,
) -> Case:
    return Case(
        name=name, when=when, severity=severity, confidence=confidence, title=SAID, message=SAID, fix=fix
    )


def topic(
    name: str,
    *cases: Case | Condition,
    severity: Severity = "warning",
    scope: Scope | None = None,
    exceptions: Iterable[Condition] = (),
    yields_to: Iterable[str] = (),
    status: Any = "active",
) -> Topic:
    return Topic(
        id=name,
        title=SAID,
        status=status,
        severity=severity,
        scope=scope or Scope(),
        cases=tuple(one if isinstance(one, Case) else case(one, severity=severity) for one in cases),
        exceptions=tuple(ExceptionRule(why="because", when=one) for one in exceptions),
        yields_to=tuple(yields_to),
    )


def clause(topic_id: str, name: str = "", **given: Any) -> Clause:
    keys: dict[str, Any] = {"surface": ("post", "share", "profile", "sign-in"), "document": "d"} | given
    return Clause(id=name or f"d/{topic_id}", section="1", topic=topic_id, demands=SAID, **keys)


def policy(name: str, *clauses: Clause, **given: Any) -> Policy:
    keys: dict[str, Any] = {
        "documents": (Document(id="d", title=SAID, languages=("en", "nl"), who=()),),
        "names": ("Northern University", "NU"),
        "domains": ("north.edu",),
        "disclaimer": {"en": ("Views are my own",), "nl": ("Op persoonlijke titel",)},
    } | given
    return Policy(id=name, institution=SAID, version="1", clauses=clauses, **keys)


def rulebook(
    lists: Iterable[TermList], topics: Iterable[Topic], policies: Iterable[Policy] | None = None
) -> Rulebook:
    """A rulebook; without policies, one called `p` that has a clause on every topic."""
    topics = tuple(topics)
    policies = (policy("p", *(clause(one.id) for one in topics)),) if policies is None else tuple(policies)
    return Rulebook(
        terms={one.id: one for one in lists},
        topics={one.id: one for one in topics},
        policies={one.id: one for one in policies},
    )


def engine(
    lists: Iterable[TermList],
    topics: Iterable[Topic],
    policies: Iterable[Policy] | None = None,
    **given: Any,
) -> Engine:
    return Engine(rulebook(lists, topics, policies), Defaults(policy="p"), **given)


def findings(condition: Condition, lists: Iterable[TermList], text: str, **draft: Any) -> tuple[Finding, ...]:
    """What one topic with one condition, a warning, says about a draft."""
    whole = Draft(text=text, **draft)
    one = topic("t", condition, scope=Scope(surface=()))
    return engine(lists, [one]).check(whole).findings


def marked(condition: Condition, lists: Iterable[TermList], text: str, **draft: Any) -> list[str] | None:
    """The words of the post that are marked, or `None` where nothing is found."""
    found = findings(condition, lists, text, **draft)
    return [text[one.start : one.end] for one in found[0].marks if one.field == "text"] if found else None


def words(text: str, *phrases: str, **given: Any) -> list[str]:
    """The words of a text that a list of these phrases matches."""
    return marked(Existence(terms=("list",)), [terms("list", *phrases, **given)], text) or []
