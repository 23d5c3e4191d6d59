from __future__ import annotations

from postil.engine.entities._name_words import FIRST_NAMES, NO_NAMES, PARTICLES, TITLES
from postil.engine.fold import fold


def test_all_are_folded() -> None:
    words = FIRST_NAMES | NO_NAMES | PARTICLES | TITLES
    assert words == {fold(word) for word in words}


def test_no_word_says_two_things() -> None:
    assert not FIRST_NAMES & NO_NAMES
    assert not TITLES & PARTICLES
