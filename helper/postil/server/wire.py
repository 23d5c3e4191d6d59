"""JSON to a draft, a review to JSON: the one place where code points become UTF-16 code units.

The shapes stand in `helper/README.md`; `tests/wire/` holds samples that both halves read.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from postil.model.draft import Attachment, Draft, Reply
from postil.model.edition import Edition
from postil.model.finding import Field, Finding, Fix, Link, Mark, Review, Words
from postil.server.draft import read_draft
from postil.server.shape import WireError, read_json

__all__ = [
    "WireError",
    "read_draft",
    "read_json",
    "write_edition",
    "write_json",
    "write_review",
    "write_words",
]

Unit = Callable[[int], int]
"""From an offset in code points to the one in UTF-16 code units."""


def write_review(review: Review, draft: Draft) -> dict[str, Any]:
    """A review as JSON values. Offsets become UTF-16 code units of the field that they count in."""
    rulers: dict[tuple[Field, int], Unit] = {}

    def units(field: Field, item: int) -> Unit:
        if (field, item) not in rulers:
            rulers[field, item] = _ruler(_text_of(draft, field, item))
        return rulers[field, item]

    return {
        "id": review.id,
        "policy": review.policy,
        "language": review.language,
        "findings": [_write_finding(finding, units) for finding in review.findings],
        "partial": review.partial,
    }


def _write_finding(finding: Finding, units: Callable[[Field, int], Unit]) -> dict[str, Any]:
    written = {
        "topic": finding.topic,
        "clauses": list(finding.clauses),
        "severity": finding.severity,
        "confidence": finding.confidence,
        "title": write_words(finding.title),
        "message": write_words(finding.message),
        "marks": [_write_mark(mark, units(mark.field, mark.item)) for mark in finding.marks],
        "unknown": list(finding.unknown),
    }
    if finding.fix is not None:
        written["fix"] = _write_fix(finding.fix, units("text", 0))
    return written


def _write_mark(mark: Mark, unit: Unit) -> dict[str, Any]:
    written: dict[str, Any] = {"start": unit(mark.start), "end": unit(mark.end)}
    if mark.field != "text":
        written["in"] = mark.field
    if mark.field.startswith("attachments."):
        written["item"] = mark.item
    return written


def _write_fix(fix: Fix, unit: Unit) -> dict[str, Any]:
    given: dict[str, Any] = {
        "text": fix.text,
        "edits": [{"start": unit(e.start), "end": unit(e.end), "text": e.text} for e in fix.edits] or None,
        "statement": fix.statement and write_words(fix.statement),
        "form": fix.form and _write_link(fix.form),
        "minutes": fix.minutes,
    }
    return {"kind": fix.kind} | {key: value for key, value in given.items() if value is not None}


def _write_link(link: Link) -> dict[str, Any]:
    return {"label": write_words(link.label)} | ({"url": link.url} if link.url else {})


def write_json(value: object) -> bytes:
    """JSON in UTF-8. Half a surrogate pair, which UTF-8 does not have, is written as JSON's own escape."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")


def write_words(words: Words) -> dict[str, str]:
    """A sentence in each language."""
    return {"en": words.en, "nl": words.nl, **dict(words.more)}


def write_edition(edition: Edition | None, today: date | None = None) -> dict[str, str | bool] | None:
    """Which policy update the rules came by; nothing for the shipped ones."""
    if edition is None:
        return None
    today = today or datetime.now(tz=UTC).date()
    return {
        "version": edition.version,
        "issued": edition.issued.isoformat(),
        "expires": edition.expires.isoformat(),
        "expired": edition.expired(today),
    }


def _text_of(draft: Draft, field: Field, item: int) -> str:
    """The text that offsets in `field` count in; empty where the draft does not have it."""
    attachments = draft.attachments or ()
    attachment = attachments[item] if item < len(attachments) else Attachment(kind="document")
    reply = draft.reply_to or Reply()
    texts: dict[Field, str | None] = {
        "text": draft.text,
        "account.bio": draft.account.bio,
        "account.name": draft.account.name,
        "account.handle": draft.account.handle,
        "attachments.alt": attachment.alt,
        "attachments.name": attachment.name,
        "reply_to.text": reply.text,
    }
    return texts[field] or ""


def _ruler(text: str) -> Unit:
    if not text or max(text) <= "\uffff":
        return lambda offset: offset
    wide = [at for at, letter in enumerate(text) if letter > "\uffff"]
    return lambda offset: offset + bisect_left(wide, offset)
