"""Fixes: what one press can do about a finding, made ready for the draft at hand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from postil.engine.limits import room
from postil.engine.page import Page
from postil.engine.rewrites import Rewriter
from postil.model.draft import Draft
from postil.model.finding import Edit, Fix, Mark
from postil.model.policy import Policy
from postil.model.topic import FixSpec

_FALLBACK = "en"
_CLOSING = ".,;:!?…)]}»”"
_OPENED = re.compile(r"[\"'\u201c\u2018«(\[]+\Z")
"""What opens a sentence right before its first word goes with it."""

_NEXT = re.compile(r"\s+[\"'\u201c\u2018«(\[\-\u2013\u2014•*]*\Z")
"""The space before the next sentence, and what opens that one."""


class Ground(NamedTuple):
    """What fixes are made from."""

    draft: Draft
    policy: Policy
    page: Page
    language: str
    rewriter: Rewriter


def build(spec: FixSpec, marks: Sequence[Mark], ground: Ground) -> Fix | None:
    """Return the fix, or `None` where there is nothing that it could do here."""
    spans = [(mark.start, mark.end) for mark in marks if mark.field == "text"]
    match spec.kind:
        case "remove":
            if spec.source == "sentences":
                spans = whole_sentences(ground.page, spans)
            edits = removals(ground.page.text, spans)
            return Fix(kind="remove", edits=edits) if edits else None
        case "replace":
            edits = tuple(_replacements(spec, spans, ground))
            return Fix(kind="replace", edits=edits) if edits else None
        case "append":
            text = spec.text or _disclaimer(ground)
            return Fix(kind="append", text=text) if text else None
        case "confirm":
            form = ground.policy.consent_form if spec.source == "policy.consent-form" else None
            return Fix(kind="confirm", statement=spec.statement, form=form)
        case "hold":
            return Fix(kind="hold", minutes=spec.minutes)
        case "strip":
            return Fix(kind="strip")


def _replacements(spec: FixSpec, spans: Sequence[tuple[int, int]], ground: Ground) -> list[Edit]:
    edits = []
    for start, end in spans:
        new = ground.rewriter.rewrite(spec.rewrite, ground.page, start, end) if spec.rewrite else spec.text
        if new is not None:
            edits.append(Edit(start, end, new))
    return edits


def _disclaimer(ground: Ground) -> str | None:
    """Return the first wording, the document's own before shorter ones, that the site still has room for."""
    wordings = ground.policy.disclaimer.get(ground.language) or ground.policy.disclaimer.get(_FALLBACK, ())
    space = room(ground.draft.site, ground.draft.surface, ground.page.text)
    return next((wording for wording in wordings if space is None or len(wording) + 1 <= space), None)


def whole_sentences(page: Page, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the sentences that the stretches stand in; the stretches themselves where nothing else would be left."""
    tokens = page.tokens
    touched = {
        token.sentence for token in tokens for start, end in spans if token.start < end and start < token.end
    }
    if all(token.sentence in touched for token in tokens):
        return list(spans)
    found = []
    for sentence in sorted(touched):
        start = next(token.start for token in tokens if token.sentence == sentence)
        end = next((token.start for token in tokens if token.sentence > sentence), len(page.text))
        low, high = len(_OPENED.sub("", page.text[:start])), start + len(_NEXT.sub("", page.text[start:end]))
        found.append((low, high))
    return found


def removals(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Edit, ...]:
    """Return the edits that take stretches out, with the space that each would leave double."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    edits: list[Edit] = []
    for start, end in joined:
        least = edits[-1].end if edits else 0
        low, high = _tidy(text, start, end)
        edits.append(Edit(max(low, least), high, ""))
    return tuple(edits)


def _tidy(text: str, start: int, end: int) -> tuple[int, int]:
    after = re.compile(r"[ \t]*").match(text, end)
    spaces = after.end() if after else end
    before = text[:start].rstrip(" \t")
    if not before or before[-1] in "\n([":
        return start, spaces
    if spaces == len(text) or text[spaces] in _CLOSING + "\n":
        return len(before), spaces
    return start, spaces if len(before) < start else end


def apply(fix: Fix, text: str) -> str:
    """Return the text after one press. What a person confirms or holds changes nothing."""
    if fix.kind == "append" and fix.text:
        return f"{text}{' ' if text and not text[-1].isspace() else ''}{fix.text}"
    for edit in sorted(fix.edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def shown(fix: Fix, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Return the marks that a rewrite changes: what it leaves as it is needs no mark."""
    changed = {(edit.start, edit.end) for edit in fix.edits}
    return tuple(mark for mark in marks if mark.field != "text" or (mark.start, mark.end) in changed)
