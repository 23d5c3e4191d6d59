"""What Postil has to say about a draft: findings with their marks, clauses and fixes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["warning", "suggestion", "note"]
Confidence = Literal["high", "medium", "low"]
Field = Literal[
    "text",
    "account.bio",
    "account.name",
    "account.handle",
    "attachments.alt",
    "attachments.name",
    "reply_to.text",
]

SEVERITIES: tuple[Severity, ...] = ("note", "suggestion", "warning")
"""From quiet to loud: compare by index."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of a field, in code points; `end` is exclusive.

    `item` counts attachments from 0 where the field is one of theirs, else 0.
    """

    start: int
    end: int
    field: Field = "text"
    item: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence in each language that a person may read. `more`: language code and text, of further ones."""

    en: str
    nl: str
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `[start, end)` (code points of the text) by `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A form or an address to turn to. `url` is an https or mailto address, or `None`."""

    label: Words
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """What one press can do about a finding; which keys are set depends on `kind`.

    remove: `edits` that delete. replace: `edits`. append: `text` to add after the post.
    confirm: `statement` that the person confirms, with the `form` that proves it.
    hold: `minutes` that the draft is kept in the composer. strip: the place is taken out of the
    picture's file; the text stays.
    """

    kind: Literal["remove", "replace", "append", "confirm", "hold", "strip"]
    text: str | None = None
    edits: tuple[Edit, ...] = ()
    statement: Words | None = None
    form: Link | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One topic that holds for a draft, with the clauses of the policy in force that name it.

    `unknown` names facts that the page did not show and on which the outcome hangs.
    """

    topic: str
    clauses: tuple[str, ...]
    severity: Severity
    confidence: Confidence
    title: Words
    message: Words
    marks: tuple[Mark, ...] = ()
    fix: Fix | None = None
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """All findings on one draft, loudest first.

    `partial` says that some topic of the policy looks for words and has none in this language: what was checked are
    the rules that need no words, and those that have some in it.
    """

    policy: str
    language: str
    id: str | None = None
    findings: tuple[Finding, ...] = ()
    partial: bool = False
