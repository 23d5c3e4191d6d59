"""`entity`, with finders of our own."""

from __future__ import annotations

import re

import pytest

from helper.engine.builders import findings, marked, terms
from postil.engine.entities import ENTITIES, EntityWords
from postil.engine.page import Page, Span
from postil.model.condition import EntityIs, Unless, Window
from postil.model.draft import Attachment

LISTS = [terms("context", "bsn"), terms("order", "order")]


def digits(page: Page, _: EntityWords) -> tuple[Span, ...]:
    return tuple(Span(*found.span()) for found in re.finditer(r"\d{3,}", page.plain))


@pytest.fixture(autouse=True)
def _finder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ENTITIES, "digits", digits)


@pytest.mark.parametrize(
    ("condition", "text", "found"),
    [
        (EntityIs(kinds=("digits",)), "12 and 345 and 678", ["345", "678"]),
        (EntityIs(kinds=("digits", "nothing"), at_least=2), "345", None),
        (EntityIs(kinds=("digits",), near=("context",), within=Window(words=2)), "bsn is 345", ["345"]),
        (EntityIs(kinds=("digits",), near=("context",), within=Window(words=2)), "345, bsn. 678", ["345"]),
        (EntityIs(kinds=("digits",), near=("context",), within=Window(words=2)), "bsn a b c 345", None),
        (EntityIs(kinds=("digits",), near=("context",)), "345", None),
        (EntityIs(kinds=("digits",), unless=(Unless(terms="order", within=Window(words=0)),)), "order 345, 678", ["678"]),
        (EntityIs(kinds=("nothing",)), "345", None),
    ],
)  # fmt: skip
def test_entities(condition: EntityIs, text: str, found: list[str] | None) -> None:
    assert marked(condition, LISTS, text) == found


def test_other_places() -> None:
    given = (Attachment(kind="image", alt="nr 345"),)
    (found,) = findings(EntityIs(kinds=("digits",), places=("alt",)), LISTS, "", attachments=given)
    assert [(mark.field, mark.start) for mark in found.marks] == [("attachments.alt", 3)]
