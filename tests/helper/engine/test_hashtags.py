"""Hashtags parted into their words."""

from __future__ import annotations

import marshal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helper.engine.builders import terms
from postil.engine.hashtags import Parter

WORDS = terms(
    "hashtag-words",
    *(
        "open",
        "day",
        "good",
        "girl",
        "slow",
        "steady",
        "and",
        "able",
        "over",
        "time",
        "form",
        "at",
        "to",
        "get",
        "her",
    ),
    *(
        "a",
        "my",
        "ask",
        "professor",
        "fund",
        "mental",
        "sign",
        "walking",
        "home",
        "ring",
        "won",
        "de",
        "season",
    ),
    nl=["zorg", "plan", "regen", "fiets"],
)
LISTS = {
    "hashtag-words": WORDS,
    "hashtag-openers": terms("hashtag-openers", "my", "ask", "happy"),
    "hashtag-heads": terms("hashtag-heads", "day", "pictures"),
    "hashtag-loose": terms("hashtag-loose", nl=["zeik", "mijn"]),
    "hashtag-affixes": terms("hashtag-affixes", "over", "able", "ring"),
}
PARTER = Parter({"leeds"}, LISTS)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("openday", "open day"),
        ("slowandsteady", "slow and steady"),
        ("leedsopenday", "leeds open day"),
        ("mytime", "my time"),
        ("askaprofessor", "ask a professor"),
        ("zeikregen", "zeik regen"),
        ("mijnfiets", "mijn fiets"),
        ("goodgirlwinnie", "good girl winnie"),
        ("peatlandpictures", "peatland pictures"),
        ("happyottery", "happy ottery"),
    ],
)
def test_several_words(body: str, words: str) -> None:
    assert PARTER.part(body) == words.split()


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("season", "a word"),
        ("seasons", "its plural"),
        ("zorgplan", "a Dutch compound"),
        ("overtime", "a word that begins longer ones"),
        ("signable", "a word that ends longer ones"),
        ("format", "a short word at the end"),
        ("together", "short words alone"),
        ("wondering", "a small word in the middle of one"),
        ("fundamental", "a letter in the middle of one"),
        ("goodxyzqkw", "nobody could say it"),
        ("girlwinnie", "one known word"),
        ("winnie", "no known word"),
    ],
)
def test_one_word(body: str, why: str) -> None:
    assert PARTER.part(body) is None, why


@given(st.lists(st.sampled_from(["open", "day", "slow", "steady", "zorg", "plan", "o"])).map("".join))
def test_what_was_kept_parts_alike(body: str) -> None:
    kept = Parter.of_plain(marshal.loads(marshal.dumps(PARTER.plain())))  # noqa: S302
    assert kept.part(body) == PARTER.part(body)


def test_no_lists_part_nothing() -> None:
    assert Parter((), {}).part("openday") is None


@given(st.text("adegilnoprsty", min_size=1, max_size=24))
def test_parts_are_the_whole(body: str) -> None:
    words = PARTER.part(body)
    assert words is None or ("".join(words) == body and len(words) > 1)
