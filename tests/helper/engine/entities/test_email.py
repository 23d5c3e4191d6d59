from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helper.engine.entities.finding import between, found


@pytest.mark.parametrize(
    "sentence",
    [
        "write to ⟦jan.de-vries+list@gmail.com⟧.",
        "mailto:⟦jan@example.org⟧, or ⟦O'Brien_1@mail.example.co.uk⟧!",
        "<⟦jan@example.org⟧>",
        "⟦jan [at] gmail dot com⟧",
        "⟦jan(at)example.nl⟧ graag",
        "⟦j.smith at hotmail.com⟧",
        "⟦p.devries apenstaartje ziggo punt nl⟧",
        "⟦jan @ gmail.com⟧",
        "⟦jan at umail dot leidenuniv dot nl⟧",
        "⟦jan@bücher.example⟧",
    ],
)
def test_addresses_of_people_hidden_or_not(sentence: str) -> None:
    text, wanted = between(sentence)
    assert found("email", text) == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "info@umcutrecht.nl",
        "Press-Office@example.org",
        "info [at] example dot org",
        "studentservicedesk@example.org",
        "j.smith@leeds.ac.uk",
        "j.smith@medicine.leeds.ac.uk",
        "j.smith at leeds dot ac dot uk",
        "leedsuni@agency.example",
    ],
)
def test_desks_and_the_institution_itself_are_nobodys(sentence: str) -> None:
    assert found("email", sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "@me@mastodon.social",
        "dinner at noma.dk",
        "lecture @ leeds.ac.uk",
        "meet at dot five",
        "a@b",
        "@ home",
        "at the dot on the map",
        "notleeds.ac.uk",
        "5 @ 10 each",
    ],
)
def test_what_only_looks_a_little_like_one(sentence: str) -> None:
    assert found("email", sentence) == []


@settings(derandomize=True, max_examples=200)
@given(
    local=st.from_regex(r"[a-z]{3,9}[._]?[a-z0-9]{2,8}[0-9]", fullmatch=True),
    host=st.from_regex(r"[a-z]{3,12}\.(com|nl|co\.uk|example)", fullmatch=True),
    around=st.sampled_from([("mail ", ""), ("(", ")"), ("", "."), ("op ", ", dank"), ("contact: ", "!")]),
)
def test_any_ordinary_address_is_found_whole(local: str, host: str, around: tuple[str, str]) -> None:
    address = f"{local}@{host}"
    assert found("email", around[0] + address + around[1]) == [address]
