"""Bundles: every row stands once without a guard, or under each word of its guard."""

from __future__ import annotations

from postil.engine.bundle import Bunch, Bundle, Cue

BED, BEDS = frozenset(("bed",)), frozenset(("beds",))


def test_rows_are_parted_by_their_guards() -> None:
    ours = frozenset(("my", "our"))
    bundle = Bundle(
        0b1001, [Cue(7, 0, None, BED), Cue(8, -1, ours, None), Cue(9, -1, ours, BED), Cue(10, 1, BED, None)]
    )
    assert bundle.told == 0b1001
    assert bundle.plain
    assert list(bundle.plain.open(BED)) == [7]
    assert list(bundle.plain.open(BEDS)) == []
    assert bundle.guarded == {"my": ((-1, (8, 9)),), "our": ((-1, (8, 9)),), "bed": ((1, 10),)}


def test_many_rows_under_one_guard_are_parted_by_a_word_of_their_sentence() -> None:
    every = [Cue(number, 1, BED, None if number else BEDS) for number in range(9)]
    ((_, found),) = Bundle(0, every).guarded["bed"]
    assert isinstance(found, Bunch)
    assert sorted(found.open(BED)) == list(range(1, 9))
    assert sorted(found.open(BED | BEDS)) == list(range(9))


def test_a_row_comes_under_every_word_of_its_choice() -> None:
    bunch = Bunch([Cue(0, 0, None, BED | BEDS), Cue(1, 0, None, BED), Cue(2, 0, None, BED)])
    assert sorted(bunch.open(BED)) == [0, 1, 2]
    assert list(bunch.open(BEDS)) == [0]
    assert set(bunch.open(BED | BEDS)) == {0, 1, 2}


def test_where_no_row_needs_less_there_is_no_plain_bunch() -> None:
    assert Bundle(1, []).plain is None
    assert Bundle(0, [Cue(0, 1, BED, None)]).plain is None
