"""Terms notice, topics judge: the values that the rule files become."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from postil.model.condition import Condition
from postil.model.draft import AccountKind, Draft, Role, Surface
from postil.model.finding import Confidence, Severity, Words

ANY_LANGUAGE = "any"
"""The column of terms that belong to no language: emoji, hashtags, handles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A regular expression, the last resort; bounded in time; with examples of its own both ways."""

    name: str
    about: str
    pattern: str
    finds: tuple[str, ...]
    passes: tuple[str, ...]
    language: str = ANY_LANGUAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class TermList:
    """How people say one thing: language code -> phrases, as written by the author.

    `exceptions` cancel a match that they cover. `masked`: also find `1d10t`, `i d i o t`, `f*ck`.
    `misspelt`: also find words with a letter left out, or with two that changed places.
    `ambiguous`: phrases (as written) that a long sentence of another language takes away.
    """

    id: str
    about: str
    phrases: dict[str, tuple[str, ...]]
    exceptions: dict[str, tuple[str, ...]]
    ambiguous: dict[str, tuple[str, ...]]
    patterns: tuple[Pattern, ...] = ()
    masked: bool = False
    misspelt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Where a topic can hold at all. Empty means everywhere."""

    account: tuple[AccountKind, ...] = ()
    who: tuple[Role, ...] = ()
    surface: tuple[Surface, ...] = ("post",)


@dataclass(frozen=True, slots=True, kw_only=True)
class FixSpec:
    """What a fix is made from.

    remove: takes the marks out. append: `source` names policy.disclaimer. replace: `rewrite` names
    camel-case | plain-letters | sentence-case, or `text` stands for each mark.
    confirm: `statement` and `source` (policy.consent-form). hold: `minutes`.
    strip: takes the place out of the file of a picture.
    """

    kind: Literal["remove", "replace", "append", "confirm", "hold", "strip"]
    source: str | None = None
    rewrite: Literal["camel-case", "plain-letters", "sentence-case"] | None = None
    text: str | None = None
    statement: Words | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One way in which a topic can hold. The loudest case that holds speaks; what it leaves open, the topic fills in."""

    name: str
    when: Condition
    severity: Severity
    confidence: Confidence
    title: Words
    message: Words
    fix: FixSpec | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionRule:
    """Cancels the whole topic for a draft. `example` is a text that passes because of it alone."""

    why: str
    when: Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A draft that the topic must flag or pass, under one policy.

    `marks`: the words that are marked, in order; `fixed`: the text after its fix was applied.
    """

    draft: Draft
    flags: bool
    language: str
    marks: tuple[str, ...] | None = None
    fixed: str | None = None
    severity: Severity | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One concern. `severity` is the highest that any of its findings may carry.

    `yields_to`: topics that speak instead where all marks of this one lie within theirs.
    A topic without cases acts in the policy view or by a reminder alone (`acts`), which says `message`.
    """

    id: str
    title: Words
    status: Literal["draft", "trial", "active", "retired"]
    severity: Severity
    scope: Scope
    cases: tuple[Case, ...] = ()
    exceptions: tuple[ExceptionRule, ...] = ()
    examples: tuple[Example, ...] = ()
    yields_to: tuple[str, ...] = ()
    acts: Literal["checks", "schedule", "policy", "design"] = "checks"
    theme: str = "other"
    message: Words | None = None
