"""The full scan, on cases small enough to see."""

from __future__ import annotations

from postil.engine.entry import Term
from postil.engine.fullscan import matches
from postil.engine.match import Match
from postil.engine.page import Page
from postil.engine.phrase import parse


def spans(text: str, *phrases: str, exceptions: tuple[str, ...] = ()) -> list[str]:
    terms, cancelling = ([Term(parse(phrase)) for phrase in group] for group in (phrases, exceptions))
    page = Page(text)
    return [text[one.start : one.end] for one in matches(page, terms, cancelling, {}, lambda _, __: True)]


def test_every_token_is_tried() -> None:
    assert spans("a b a", "a") == ["a", "a"]


def test_the_narrowest_gap_is_kept() -> None:
    assert spans("ask ask about", "ask ... about") == ["ask about"]


def test_exceptions_cancel() -> None:
    assert spans("be patient, my patient", "patient", exceptions=("be patient",)) == ["patient"]


def test_references_are_looked_up_in_what_was_found_before() -> None:
    page = Page("my patient")
    found = matches(page, [Term(parse("my {who}"))], [], {"who": (Match(3, 10, 1, 2),)}, lambda _, __: True)
    assert found == (Match(0, 10, 0, 2),)
