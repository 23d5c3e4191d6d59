"""The ground: walking rows forwards and backwards over tokens."""

from __future__ import annotations

import pytest

from postil.engine.ground import Ground, hosts
from postil.engine.match import Match
from postil.engine.page import Page
from postil.engine.phrase import parse

PAGE = Page("ask them all about it. then ask")


def test_forwards_and_backwards_agree() -> None:
    ground = Ground(PAGE, {})
    row = parse("ask ... about").rows[0]
    reach = ground.reach(0)
    assert reach == (0, 5)
    assert ground.after(row, 0, reach) == {4}
    assert ground.before(row, 4, reach) == {0}


def test_a_row_stays_in_its_sentence() -> None:
    ground = Ground(PAGE, {})
    assert not ground.reads(("it", "then"), 4, 6)
    assert ground.reads(("then", "ask"), 5, 7)
    assert not ground.reads(("ask", "it"), 6, 8)


def test_references_stand_for_the_matches_of_their_list() -> None:
    ground = Ground(PAGE, {"people": (Match(4, 12, 1, 3),)})
    row = parse("ask {people} about").rows[0]
    assert ground.after(row, 0, ground.reach(0)) == {4}
    assert ground.before(row, 4, ground.reach(0)) == {0}


def test_the_surface_is_what_stands_there_without_what_cannot_be_seen() -> None:
    assert Ground(Page("I\u200bC ＩＣ"), {}).surface(0) == "IC"
    assert Ground(Page("I\u200bC ＩＣ"), {}).surface(1) == "IC"


@pytest.mark.parametrize(
    ("fold", "host"),
    [
        ("https://user:pw@www.uu.nl:80/pad?x", "uu.nl"),
        ("j@students.uu.nl", "uu.nl"),
        ("uu.nl#x", "uu.nl"),
        ("https://x.org/a@uu.nl", "x.org"),
    ],
)
def test_hosts_of_links_and_addresses(fold: str, host: str) -> None:
    assert host in hosts(fold)


def test_a_path_does_not_make_a_host() -> None:
    assert "uu.nl" not in hosts("https://x.org/uu.nl")
    assert "uu.nl" not in hosts("https://x.org/a@uu.nl")
