"""The lexicon: shared lists once, a policy's own beside them."""

from __future__ import annotations

import pytest

from helper.engine.builders import clause, policy, rulebook, terms, topic
from postil.engine.found import Found
from postil.engine.lexicon import Lexicon
from postil.engine.page import Page
from postil.model.condition import Existence


def found(lexicon: Lexicon, text: str, name: str) -> list[str]:
    matches: Found = lexicon.matches(Page(text), name, lambda _, __: True)
    return sorted(f"{key}: {text[one.start : one.end]}" for key, some in matches.items() for one in some)


LISTS = [
    terms("places", "ward"),
    terms("mine", "at {own-names}", "in {own-places}"),
    terms("deeper", "not {mine}"),
    terms("other", "hello"),
    terms("unused", "hello"),
    terms("own-places", "campus"),
]
ASKED = ("deeper", "places", "absent", "own-domains")
TOPICS = [topic(name, Existence(terms=(name,))) for name in (*ASKED, "other")]
CLAUSES = [clause(name) for name in ASKED]
NORTH = policy(
    "north",
    *CLAUSES,
    names=("North", "@north"),
    vocabulary=(terms("own-places", "Tower"), terms("own-handles", "@nu")),
)
SOUTH = policy("south", *CLAUSES, names=("South",), domains=("south.edu",))
LEXICON = Lexicon(rulebook(LISTS, [], [NORTH, SOUTH]), TOPICS)


def test_a_policy_fills_its_own_lists() -> None:
    assert found(LEXICON, "not at North in tower", "north") == [
        "deeper: not at North", "mine: at North", "mine: in tower", "own-names: North", "own-places: tower",
    ]  # fmt: skip
    assert found(LEXICON, "not at North", "south") == []
    assert found(LEXICON, "in tower", "south") == []


def test_a_list_of_the_rules_is_added_to_not_replaced() -> None:
    assert found(LEXICON, "in campus", "north") == ["mine: in campus", "own-places: campus"]
    assert found(LEXICON, "in campus", "south") == ["mine: in campus", "own-places: campus"]


def test_names_take_the_handles_along() -> None:
    assert found(LEXICON, "at @nu", "north") == ["mine: at @nu", "own-handles: @nu", "own-names: @nu"]


def test_domains_are_found_in_links_and_addresses() -> None:
    assert found(LEXICON, "a@mail.south.edu", "south") == ["own-domains: a@mail.south.edu"]


def test_lists_that_no_topic_of_the_policy_asks_about_are_left_out() -> None:
    assert found(LEXICON, "hello ward", "north") == ["places: ward"]


def test_the_whole_holds_what_any_topic_asks_about() -> None:
    whole = LEXICON.matches(Page("hello ward"), "north", lambda _, __: True, whole=True)
    assert set(whole) == {"places", "other"}


def test_the_order_of_lists_plays_no_part() -> None:
    other = Lexicon(rulebook(LISTS[::-1], [], [SOUTH, NORTH]), TOPICS[::-1])
    for text in ("not at North in tower ward", "not at South in campus"):
        for name in ("north", "south"):
            assert found(other, text, name) == found(LEXICON, text, name)


def test_rates_follow_what_the_lists_hold() -> None:
    rates = LEXICON.rates("north")
    assert rates["places"] > rates["deeper"]


def test_lists_in_a_ring_are_refused() -> None:
    ring = rulebook([terms("deeper", "{b} x"), terms("b", "{deeper} y")], [], [NORTH])
    with pytest.raises(ValueError, match="ring"):
        Lexicon(ring, TOPICS).rates("north")


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Hi. What I say: is MINE, at North!", ["What I say: is MINE, at North"]),
        ("what i say is mine at south", []),
        ("I am from North", []),
        ("It is only me, talking (here)", ["It is only me, talking (here"]),
        ("no blame", []),
        ("Alles van mij alleen", ["Alles van mij alleen"]),
    ],
)
def test_a_policys_own_disclaimer_is_known_by_its_words(text: str, marked: list[str]) -> None:
    wordings = {
        "en": (
            "What I say is mine, at North.",
            "I am from North. It is only me / talking (here)!",
            "No blame",
        ),
        "nl": ("Alles van mij alleen",),
    }
    north = policy("p", clause("t"), names=("North",), disclaimer=wordings)
    lexicon = Lexicon(rulebook([], [], [north]), [topic("t", Existence(terms=("own-disclaimers",)))])
    assert [one for one in found(lexicon, text, "p") if one.startswith("own-disclaimers")] == [
        f"own-disclaimers: {one}" for one in marked
    ]
