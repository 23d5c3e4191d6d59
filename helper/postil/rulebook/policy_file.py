"""A policy as its file writes it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, get_args

import yaml

from postil.model.finding import Words
from postil.model.policy import Clause, ClauseSurface, Contact, Document, Policy
from postil.model.topic import ANY_LANGUAGE, TermList
from postil.rulebook.problems import did_you_mean
from postil.rulebook.shape.keys import Key, Keys, pairs
from postil.rulebook.shape.lists import Columns, ListOf, Several
from postil.rulebook.shape.plain import Choice, Text, Written
from postil.rulebook.shape.sheet import Broken, Json, Sheet
from postil.rulebook.source import reach
from postil.rulebook.terms_file import VOCABULARY
from postil.rulebook.words import (
    ACCOUNTS,
    BOTH,
    EMAIL,
    HOURS_PATTERN,
    ID,
    LINK,
    PHRASES,
    ROLES,
    SEVERITY,
    WEB,
    matching,
)

OWN_LISTS = ("own-names", "own-handles", "own-domains", "own-disclaimers")
"""The lists that every policy fills by its names, handles, domains and the wording of its disclaimer."""
_KEYS = {"own-disclaimers": "disclaimer"}

CLAUSE_SURFACES = get_args(ClauseSurface)
_CLAUSE_ID = re.compile(r"[a-z0-9-]+/[a-z0-9.-]+")


class YearShape:
    """A year, or `undated`."""

    def read(self, node: yaml.Node, sheet: Sheet) -> int | None:
        """The year; `None` for a document that gives none."""
        if not isinstance(node, yaml.ScalarNode) or not re.fullmatch(r"(?:19|20)\d\d|undated", node.value):
            sheet.fail(node, "A year should stand here.", "Write four digits, or `undated`.")
        return None if node.value == "undated" else int(node.value)

    def schema(self) -> Json:
        """A number or the word."""
        return {"anyOf": [{"type": "integer", "minimum": 1900, "maximum": 2099}, {"const": "undated"}]}


class SectionShape:
    """Where a clause stands: a number, which has no language, or a heading in both."""

    def read(self, node: yaml.Node, sheet: Sheet) -> str | Words:
        """The number as it is written, or the heading."""
        return PLAIN.read(node, sheet) if isinstance(node, yaml.ScalarNode) else BOTH.read(node, sheet)

    def schema(self) -> Json:
        """Either."""
        return {"anyOf": [PLAIN.schema(), BOTH.schema()]}


PLAIN = Text()

SUPPLIED = ""
"""The address of a document that has none."""

DOCUMENT = Keys(
    "A document",
    lambda url, **found: Document(url=url or None, **found),
    {
        "id": Key(ID, needed=True),
        "title": Key(BOTH, needed=True),
        "languages": Key(
            Several(matching("[a-z]{2}", "language", "Write its code of two letters.")), needed=True
        ),
        "who": Key(ROLES, needed=True),
        "year": Key(YearShape(), needed=True, about="Add `year:`; `undated` where the document gives none."),
        "url": Key(
            Written(
                parse=lambda text: (
                    SUPPLIED if text == "supplied" else text if text.startswith("https://") else None
                ),
                pattern=r"^(?:supplied|https://\S+)$",
                noun="address",
                hint="Write one that starts with `https://`, or `supplied` where there is none.",
            ),
            needed=True,
            about="Add `url:`; `supplied` where the document has no address.",
        ),
    },
)


def _clause(**found: Any) -> Clause:  # noqa: ANN401 - each key has been read by its own shape
    return Clause(document=found["id"].split("/")[0], **found)


HANDLE = matching(r"@[^\s@]\S*", "handle", 'Write it with its @ and in quotation marks, like `"@leidenuni"`.')

CLAUSE = Keys(
    "A clause",
    _clause,
    {
        "id": Key(
            matching(
                _CLAUSE_ID.pattern,
                "clause id",
                "Write the document's id, a slash and a name: `leeds/4-own-behalf`.",
            ),
            needed=True,
        ),
        "section": Key(SectionShape(), needed=True),
        "topic": Key(Text(mention="topic"), needed=True),
        "surface": Key(Several(Choice("surface", CLAUSE_SURFACES)), needed=True),
        "account": Key(ACCOUNTS),
        "who": Key(ROLES),
        "severity": Key(SEVERITY),
        "demands": Key(BOTH, needed=True),
    },
)


CONTACT = Keys(
    "A contact",
    Contact,
    {
        "name": Key(BOTH, needed=True),
        "about": Key(BOTH, needed=True),
        "email": Key(EMAIL),
        "phone": Key(Text()),
        "url": Key(WEB),
        "topics": Key(Several(Text(mention="topic"), least=0)),
    },
)


class VocabularyShape:
    """Term lists by their ids."""

    def read(self, node: yaml.Node, sheet: Sheet) -> tuple[TermList, ...]:
        """The lists, each with its id."""
        found: list[TermList] = []
        before = len(sheet.problems)
        for name, key, value in pairs(node, sheet, "A vocabulary"):
            if name in OWN_LISTS:
                hint = f"Use `{_KEYS.get(name, name.removeprefix('own-'))}:` of the policy."
                sheet.note(key, f"`{name}` fills itself from the policy.", hint)
                continue
            try:
                found.append(replace(VOCABULARY.read(value, sheet), id=name))
            except Broken:
                continue
        if len(sheet.problems) > before:
            raise Broken
        return tuple(found)

    def schema(self) -> Json:
        """An object of term lists."""
        return {"type": "object", "additionalProperties": VOCABULARY.schema()}


def _handles(handles: tuple[str, ...]) -> TermList:
    """The handles as a list; the engine makes the lists of names and domains from the policy itself."""
    about = "The institution's handles."
    return TermList(
        id="own-handles", about=about, phrases={ANY_LANGUAGE: handles}, exceptions={}, ambiguous={}
    )


def _consistent(found: dict[str, Any], node: yaml.Node, sheet: Sheet) -> None:
    """Every clause belongs to a document of this policy, and ids stand once."""
    documents = [document.id for document in found["documents"]]
    seen: set[str] = set()
    for number, clause in enumerate(found["clauses"]):
        place = reach(node, ("clauses", number, "id"))
        if clause.document not in documents:
            sheet.note(
                place,
                f"This policy has no document `{clause.document}`.",
                did_you_mean(clause.document, documents),
            )
        if clause.id in seen:
            sheet.note(place, f"The clause `{clause.id}` stands here twice.", "Give one of them another id.")
        seen.add(clause.id)
    for number, name in enumerate(documents):
        if name in documents[:number]:
            sheet.note(
                reach(node, ("documents", number, "id")),
                f"The document `{name}` stands here twice.",
                "Take one out.",
            )


def _build(**found: Any) -> Policy:  # noqa: ANN401 - each key has been read by its own shape
    found["vocabulary"] = (_handles(found.pop("handles", ())), *found.get("vocabulary", ()))
    hours = found.pop("working_hours", "off")
    return Policy(
        id=found.pop("policy"),
        working_hours=None if hours == "off" else hours,
        **{"domains": (), "disclaimer": {}} | found,
    )


POLICY_FILE: Keys[Policy] = Keys(
    "A policy",
    _build,
    {
        "policy": Key(ID, needed=True),
        "institution": Key(BOTH, needed=True),
        "version": Key(
            matching(r"\d{4}\.\d{1,2}\.\d+", "version", 'Write it like "2026.11.1".'), needed=True
        ),
        "documents": Key(ListOf(DOCUMENT, least=1), needed=True),
        "names": Key(PHRASES, needed=True),
        "handles": Key(ListOf(HANDLE)),
        "domains": Key(
            ListOf(matching(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", "domain", "Write it like `leeds.ac.uk`."))
        ),
        "disclaimer": Key(Columns(ListOf(Text(), least=1), anything=False)),
        "consent-form": Key(LINK),
        "contacts": Key(ListOf(CONTACT)),
        "working-hours": Key(
            matching(
                rf"off|{HOURS_PATTERN}",
                "span of hours",
                'Write "off", with quotation marks, or like `Mon-Fri 09:00-17:00`.',
            )
        ),
        "dos": Key(ListOf(BOTH)),
        "donts": Key(ListOf(BOTH)),
        "vocabulary": Key(VocabularyShape()),
        "clauses": Key(ListOf(CLAUSE, least=1), needed=True),
    },
    _consistent,
)
