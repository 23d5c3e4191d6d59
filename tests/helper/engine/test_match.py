"""Settling hits into matches."""

from __future__ import annotations

from postil.engine.match import Hit, Match, settle

SHORT, LONG, APART = Match(0, 5, 0, 1), Match(0, 20, 0, 4), Match(30, 35, 6, 7)


def test_matches_come_in_order_and_once() -> None:
    assert settle([Hit(APART), Hit(SHORT), Hit(APART)], ()) == (SHORT, APART)


def test_a_gap_wider_than_need_be_is_dropped() -> None:
    assert settle([Hit(LONG, loose=True), Hit(SHORT, loose=True)], ()) == (SHORT,)
    assert settle([Hit(LONG), Hit(SHORT)], ()) == (SHORT, LONG)
    assert settle([Hit(LONG, loose=True), Hit(LONG), Hit(SHORT)], ()) == (SHORT, LONG)
    assert settle([Hit(LONG, loose=True), Hit(SHORT, loose=True)], (), wide=True) == (SHORT, LONG)


def test_an_exception_cancels_what_it_covers() -> None:
    assert settle([Hit(SHORT), Hit(APART)], [LONG]) == (APART,)
    assert settle([Hit(LONG)], [SHORT]) == (LONG,)
