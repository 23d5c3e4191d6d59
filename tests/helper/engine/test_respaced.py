"""Moved spaces: words of the lists behind them are found, and other texts stay as they are."""

from __future__ import annotations

import pytest
from hypothesis import given

from helper.engine.builders import marked, terms
from helper.engine.texts import texts
from postil.engine.page import Page
from postil.engine.respaced import Respacing
from postil.model.condition import Existence

WORDS = ("kneuzen", "zwart", "zwarten", "wit", "en", "de", "krijg", "knopen", "vallen", "moeten", "opstaan")
KEYS = ("kneuzen", "zwarten", "vallen")


def read(text: str) -> list[str]:
    page = Page(text)
    Respacing(WORDS, KEYS).mend(page)
    return [text[start:end] for start, end in zip(page.columns.starts, page.columns.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("de k n e u z e n daar", ["de", "k n e u z e n", "daar"]),
        ("a l l e k n e u z e n", ["a l l e", "k n e u z e n"]),
        ("d e k n e u z e n", ["d", "e", "k", "n", "e", "u", "z", "e", "n"]),
        ("k.n.e.u.z.e.n", ["k.n.e.u.z.e.n"]),
        ("x y z w", ["x", "y", "z", "w"]),
        ("kneu zen", ["kneu zen"]),
        ("kneu. zen", ["kneu", "zen"]),
        ("kneu\nzen", ["kneu", "zen"]),
        ("kno pen", ["kno", "pen"]),
        ("zwart en wit", ["zwart", "en", "wit"]),
        ("allekneuzen", ["alle", "kneuzen"]),
        ("ikhaatallekneuzen!", ["ik", "haat", "alle", "kneuzen"]),
        ("DieKneuzen", ["Die", "Kneuzen"]),
        ("wegKneuzen", ["weg", "Kneuzen"]),
        ("wegkneuzen", ["wegkneuzen"]),
        ("aanvallen", ["aanvallen"]),
        ("alleknopen", ["alleknopen"]),
        ("kneuzenqq", ["kneuzenqq"]),
        ("#allekneuzen", ["#allekneuzen"]),
    ],
)
def test_cuts(text: str, tokens: list[str]) -> None:
    assert read(text) == tokens


def test_a_sentence_without_spaces_reads_as_one_with_them() -> None:
    page = Page("Zo. dekneuzenmoetenopstaan nu")
    Respacing(WORDS, KEYS).mend(page)
    assert page.columns.folds == ["zo", "de", "kneuzen", "moeten", "opstaan", "nu"]
    assert page.columns.sentences == [0, 1, 1, 1, 1, 1]
    assert page.columns.opens == [True, True, False, False, False, False]
    assert "kneuzen" in page.words


def test_the_engine_finds_phrases_across_moved_spaces() -> None:
    lists = [
        terms("people", nl=["kneuzen"], misspelt=True),
        terms("claims", nl=["alle {people} moeten opstaan"]),
    ]
    said = Existence(terms=("claims",))
    for text in (
        "Allekneuzen moeten opstaan",
        "Alle kneu zen moeten opstaan",
        "alle k n e u z e n moeten opstaan",
    ):
        assert marked(said, lists, text) == [text]
    assert marked(said, lists, "Alle knie zen moeten opstaan") is None


@given(texts)
def test_every_cut_keeps_order_and_place(text: str) -> None:
    page = Page(text)
    Respacing(WORDS, KEYS).mend(page)
    columns = page.columns
    assert columns.starts == sorted(columns.starts)
    assert all(0 <= start < end <= len(text) for start, end in zip(columns.starts, columns.ends, strict=True))
    lengths = {len(column) for column in (columns.folds, columns.kinds, columns.sentences, columns.opens)}
    assert lengths == {len(columns.starts)}
