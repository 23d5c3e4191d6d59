from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from stdnum.nl import bsn as stdnum

from helper.engine.entities.finding import between, found
from postil.engine.entities.bsn import is_bsn

SENTENCES = (
    "BSN {}.",
    "mijn bsn is {}, denk ik",
    "burgerservicenummer: {}",
    "patient met BSN {} komt om 14.30",
    "{}",
)
FORMS = ("{0}{1}{2}", "{0} {1} {2}", "{0}.{1}.{2}", "{0}-{1}-{2}")

numbers = st.integers(min_value=10_000_000, max_value=999_999_999).map(lambda number: f"{number:09}")


def right(number: str) -> str:
    ends = [last for last in "0123456789" if stdnum.is_valid(number[:8] + last)]
    assume(ends)
    return number[:8] + ends[0]


@settings(derandomize=True, max_examples=200)
@given(numbers, st.sampled_from(FORMS), st.sampled_from(SENTENCES))
def test_every_right_number_is_found_in_every_form(number: str, form: str, sentence: str) -> None:
    number = right(number)
    written = form.format(number[:3], number[3:6], number[6:])
    assert found("bsn", sentence.format(written)) == [written]


@settings(derandomize=True, max_examples=200)
@given(numbers, st.integers(0, 8), st.integers(1, 9), st.sampled_from(SENTENCES))
def test_one_wrong_digit_and_it_is_none(number: str, place: int, step: int, sentence: str) -> None:
    number = right(number)
    wrong = number[:place] + str((int(number[place]) + step) % 10) + number[place + 1 :]
    assert found("bsn", sentence.format(wrong)) == []


@given(numbers)
def test_it_agrees_with_another_reading_of_the_rule(number: str) -> None:
    assert is_bsn(number) == stdnum.is_valid(number)


@pytest.mark.parametrize(
    "sentence",
    [
        "BSN ⟦1234.56.782⟧",
        "99999374",
        "1999993744",
        "order ORD999993744",
        "€999993744",
        "999993744.50",
        "06 999 993 744",
        "https://example.org/999993744",
        "14-03-1961",
        "000000000",
    ],
)
def test_what_is_none(sentence: str) -> None:
    text, wanted = between(sentence)
    assert found("bsn", text) == wanted
