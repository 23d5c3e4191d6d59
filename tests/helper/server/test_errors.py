from __future__ import annotations

from postil.server.errors import DeclinedError


def test_a_refused_wish_has_a_word_and_a_sentence() -> None:
    error = DeclinedError("busy", "Too much at once.")
    assert (error.reason, error.sentence, str(error)) == ("busy", "Too much at once.", "Too much at once.")
