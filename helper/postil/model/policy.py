"""Policies oblige: one institution's clauses, names, wording, forms and contacts; and the rulebook of all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from postil.model.draft import AccountKind, Role
from postil.model.finding import Link, Severity, Words
from postil.model.topic import TermList, Topic

ClauseSurface = Literal["post", "share", "profile", "sign-in", "schedule", "policy", "design"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A policy document. `who` it binds; `year` and `url` are `None` where the document gives none."""

    id: str
    title: Words
    languages: tuple[str, ...]
    who: tuple[Role, ...]
    year: int | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One clause, retold. `severity` caps its topic's; `surface` is where it can act; `account` empty means any."""

    id: str
    document: str
    section: str | Words
    """A number, or a heading in both languages."""

    topic: str
    demands: Words
    surface: tuple[ClauseSurface, ...]
    severity: Severity | None = None
    who: tuple[Role, ...] = ()
    account: tuple[AccountKind, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to ask. `topics` are the ones whose findings show this contact."""

    name: Words
    about: Words
    email: str | None = None
    phone: str | None = None
    url: str | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The policy of one institution. `disclaimer`: language -> wordings, the document's own first, shorter ones after.

    `vocabulary`: term lists of this institution's own (its names, people, places) by list id:
    own-names, own-handles ... that topics refer to as `{own-names}`.
    """

    id: str
    institution: Words
    version: str
    documents: tuple[Document, ...]
    names: tuple[str, ...]
    domains: tuple[str, ...]
    disclaimer: dict[str, tuple[str, ...]]
    clauses: tuple[Clause, ...]
    contacts: tuple[Contact, ...] = ()
    consent_form: Link | None = None
    dos: tuple[Words, ...] = ()
    donts: tuple[Words, ...] = ()
    vocabulary: tuple[TermList, ...] = ()
    working_hours: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """All rules, by id. Order carries no meaning."""

    terms: Mapping[str, TermList]
    topics: dict[str, Topic]
    policies: dict[str, Policy]
