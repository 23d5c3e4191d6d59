"""Once: worked out at the first question, kept with its owner, for each owner anew."""

from __future__ import annotations

from postil.engine.once import Once


class Counting:
    asked = 0

    @Once
    def answer(self) -> int:
        """How often it was asked."""
        type(self).asked += 1
        return self.asked


def test_it_is_worked_out_once_for_each() -> None:
    one, other = Counting(), Counting()
    assert "answer" not in vars(one)
    assert [one.answer, one.answer, other.answer, one.answer] == [1, 1, 2, 1]


def test_the_class_tells_what_it_is() -> None:
    assert isinstance(Counting.answer, Once)
    assert Counting.answer.__doc__ == "How often it was asked."
