"""What a policy says itself becomes term lists."""

from __future__ import annotations

from helper.engine.builders import policy, terms
from postil.engine.own_lists import join, own_lists

NORTH = policy(
    "north",
    names=("North",),
    domains=("north.edu",),
    vocabulary=(terms("own-handles", "@nu"), terms("own-places", "Tower")),
    disclaimer={"en": ("What I say is mine, at North.", "I am from North. It is only me talking!")},
)


def test_names_take_the_handles_and_the_vocabulary_stays() -> None:
    lists = {one.id: one.phrases for one in own_lists(NORTH)}
    assert lists["own-names"] == {"any": ("North", "@nu")}
    assert lists["own-domains"] == {"any": ("north.edu",)}
    assert set(lists) == {"own-names", "own-domains", "own-disclaimers", "own-handles", "own-places"}


def test_of_several_sentences_the_one_that_names_nobody_is_the_disclaimer() -> None:
    (disclaimers,) = (one for one in own_lists(NORTH) if one.id == "own-disclaimers")
    assert disclaimers.phrases == {"any": ("What I say is mine at North", "It is only me talking")}


def test_a_list_takes_what_another_adds() -> None:
    one = join(terms("a", "x", nl=["y"]), terms("a", "z", exceptions=["not z"], masked=True))
    assert one.masked
    assert sorted(phrase for phrases in one.phrases.values() for phrase in phrases) == ["x", "y", "z"]
    assert [*one.exceptions.values()] == [("not z",)]
