"""The tables of look-alikes are pairs that fold to what they show."""

from __future__ import annotations

from postil.engine.fold import fold
from postil.engine.lookalikes import APOSTROPHES, DASHES, LOOKALIKES, QUOTES, STYLED


def test_every_look_alike_folds_to_plain_letters() -> None:
    assert all(fold(one) == other and other.isascii() for one, other in LOOKALIKES.items())


def test_letters_in_boxes_fold_to_the_letter() -> None:
    assert "".join(STYLED[char] for char in "🅰🅱🅾") == "ABO"
    assert all(fold(one) == other.lower() for one, other in STYLED.items())


def test_quotes_and_dashes_fold_to_one_of_each() -> None:
    assert {fold(char) for char in APOSTROPHES} == {"'"}
    assert {fold(char) for char in QUOTES} == {'"'}
    assert {fold(char) for char in DASHES} == {"-"}
