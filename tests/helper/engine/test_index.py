"""The index finds what the slow scan finds, whatever the lists and the text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from helper.engine.texts import phrases, texts
from postil.engine import fullscan
from postil.engine.entry import Term
from postil.engine.index import Index
from postil.engine.match import Match
from postil.engine.page import Page
from postil.engine.patterns import PatternFinder
from postil.engine.phrase import parse

ALL = st.lists(phrases(), min_size=1, max_size=6)


def terms(written: list[str]) -> list[Term]:
    return [Term(parse(phrase), "nl" if number % 5 == 4 else None) for number, phrase in enumerate(written)]


def sure(match: Match, _: str) -> bool:
    """Some rule by which ambiguous terms count, the same for both."""
    return match.first % 2 == 0


REFERRING = st.lists(phrases(refs=("one",)), min_size=1, max_size=4)
REFERRING_TWICE = st.lists(phrases(refs=("one", "two")), min_size=1, max_size=4)
COMMON = st.sets(st.sampled_from(("my", "the", "in", "patient", "not")))


@settings(max_examples=300, deadline=None)
@given(st.tuples(ALL, REFERRING, REFERRING_TWICE), st.lists(phrases(), max_size=2), texts, COMMON)
def test_the_index_and_the_full_scan_agree(
    written: tuple[list[str], list[str], list[str]], exceptions: list[str], text: str, common: set[str]
) -> None:
    first, second, third = written
    page = Page(text)
    lists = {
        "one": (terms(first), terms(exceptions)),
        "two": (terms(second), []),
        "three": (terms(third), terms(exceptions)),
    }
    index = Index(frozenset(common))
    for name, (given_terms, cancelling) in lists.items():
        index.add(name, given_terms, cancelling)
    found = index.match(page, sure)
    assert set(found) <= set(found.possible), "what is passed over at the look-up is nowhere"
    for name, (given_terms, cancelling) in lists.items():
        assert found.get(name, ()) == fullscan.matches(page, given_terms, cancelling, found, sure), name
    assert set(found) <= set(lists)


def test_a_finder_adds_to_its_list() -> None:
    index = Index()
    index.add("one", terms(["patient"]), terms(["patient zero"]))
    index.add_finder(lambda page: {"one": [Match(0, 4, 0, 1)] if page.text.startswith("Zero") else []})
    assert [match.start for match in index.match(Page("Zero patient"), sure)["one"]] == [0, 5]
    assert "one" not in index.match(Page("a patient zero"), sure)


def test_a_pattern_is_asked_where_the_characters_stand_that_it_needs() -> None:
    index = Index()
    index.add("one", terms(["patient"]))
    index.add_pattern("one", PatternFinder(r"c\d"))
    assert [match.start for match in index.match(Page("patient c4"), sure)["one"]] == [0, 8]
    assert index.match(Page("c four"), sure).possible == ()


def test_what_stands_around_a_list_that_may_be_found_may_be_found() -> None:
    index = Index()
    index.add("who", terms(["patient"]))
    index.add("whose", terms(["my {who} today"]))
    index.add("said", terms(["saw {whose} again"]))
    assert index.match(Page("my patient again today"), sure).possible == ("who", "whose")
    assert index.match(Page("again my patient"), sure).possible == ("who",)
    assert index.match(Page("I saw my patient today again"), sure).possible == ("who", "whose", "said")
