"""What is found is worked out list by list, when it is asked for."""

from __future__ import annotations

import pytest

from postil.engine.entry import Term
from postil.engine.found import Found
from postil.engine.index import Index
from postil.engine.match import Match
from postil.engine.page import Page
from postil.engine.phrase import parse


def found(text: str, asked: list[str] | None = None) -> Found:
    index = Index()
    for name, phrase, exceptions in (
        ("who", "patient", ["be patient"]),
        ("whose", "my {who}", []),
        ("doubtful", "arts", []),
        ("other", "bed", []),
    ):
        doubt = "nl" if name == "doubtful" else None
        index.add(name, [Term(parse(phrase), doubt)], [Term(parse(one)) for one in exceptions])

    def unsure(match: Match, language: str) -> bool:
        if asked is not None:
            asked.append(f"{language} {match.start}")
        return match.start == 0

    return index.match(Page(text), unsure)


def test_it_is_a_mapping_of_the_lists_that_have_matches() -> None:
    some = found("my patient must be patient")
    assert set(some) == {"who", "whose"}
    assert len(some) == 2
    assert some["who"] == (Match(3, 10, 1, 2),)
    assert some.get("whose") == (Match(0, 10, 0, 2),)
    assert "other" not in some
    assert some.get("none-such") == ()
    with pytest.raises(KeyError):
        _ = some["other"]


def test_what_may_be_found_includes_what_is() -> None:
    some = found("be patient")
    assert "who" in some.possible
    assert "who" not in some
    assert "other" not in some.possible


def test_nothing_is_worked_out_before_it_is_asked_for() -> None:
    asked: list[str] = []
    some = found("arts en arts", asked)
    assert asked == []
    assert some["doubtful"] == (Match(0, 4, 0, 1),)
    assert asked == ["nl 0", "nl 8"]
    assert some["doubtful"] is some["doubtful"]
    assert len(asked) == 2
