from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helper.engine.entities.finding import LEEDS
from postil.engine import entities
from postil.engine.entities import ENTITIES, FORMS, forms
from postil.engine.page import Page

ORDINARY = (
    "Spent the whole morning in Special Collections at the library with an old psalter, a magnifying glass "
    "and no phone signal. This is the job they don't tell you about, and I would not swap it for any other. "
    "Thank you Maria and the rest of the team for showing me round, all of you."
)
HOSTILE = (
    "0",
    "06 ",
    "a.",
    "a@",
    "Jan van ",
    "dr. ",
    "nl91 ",
    "een ",
    "1 in ",
    "Ab ",
    "-----BEGIN ",
    "eyJ",
    "a at b dot ",
)
SIGNS = "aA1 0.@-+/:()€%'\n,zé🎉nl"


def test_the_table_is_the_folder() -> None:
    folder = Path(entities.__file__).parent
    files = {path.stem.replace("_", "-") for path in folder.glob("[!_]*.py")}
    assert set(ENTITIES) == files


@given(st.sampled_from(sorted(ENTITIES)), st.text(SIGNS, max_size=80) | st.text(max_size=60))
def test_spans_lie_in_the_text_in_order_and_apart(kind: str, text: str) -> None:
    found = ENTITIES[kind](Page(text), LEEDS)
    assert list(found) == sorted(found)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_an_ordinary_post_costs_next_to_nothing() -> None:
    assert len(ORDINARY) > 270
    best_s = 1.0
    for _ in range(30):
        page = Page(ORDINARY)
        assert page.plain == ORDINARY
        assert page.columns.folds
        start = time.thread_time()
        for find in ENTITIES.values():
            find(page, LEEDS)
        best_s = min(best_s, time.thread_time() - start)
    assert best_s < 0.000_15


@pytest.mark.parametrize("piece", HOSTILE)
def test_no_text_takes_long(piece: str) -> None:
    page = Page((piece * 3000)[:3000])
    for kind, find in ENTITIES.items():
        start = time.thread_time()
        find(page, LEEDS)
        assert time.thread_time() - start < 0.5, kind


@given(st.sampled_from(sorted(FORMS)), st.text(SIGNS, max_size=80) | st.text(max_size=60))
def test_a_page_without_the_form_of_a_kind_has_none_of_it(kind: str, text: str) -> None:
    page = Page(text)
    assert FORMS[kind] in forms(page) or not ENTITIES[kind](page, LEEDS)
