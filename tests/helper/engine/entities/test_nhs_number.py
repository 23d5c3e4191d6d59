from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from stdnum.gb import nhs as stdnum

from helper.engine.entities.finding import found
from postil.engine.entities.nhs_number import is_nhs_number

SENTENCES = (
    "NHS number {}",
    "nhs no: {}, seen today",
    "patient {} (NHS) at 14:30",
    "her NHS nr is {}.",
    "{}",
)
FORMS = ("{0}{1}{2}", "{0} {1} {2}", "{0}-{1}-{2}")

numbers = st.integers(min_value=1_000_000_000, max_value=9_999_999_999).map(str)


def right(number: str) -> str:
    ends = [last for last in "0123456789" if stdnum.is_valid(number[:9] + last)]
    assume(ends and len({*number[:9], *ends}) > 1)
    return number[:9] + ends[0]


@settings(derandomize=True, max_examples=200)
@given(numbers, st.sampled_from(FORMS), st.sampled_from(SENTENCES))
def test_every_right_number_is_found_in_every_form(number: str, form: str, sentence: str) -> None:
    number = right(number)
    written = form.format(number[:3], number[3:6], number[6:])
    assert found("nhs-number", sentence.format(written)) == [written]


@settings(derandomize=True, max_examples=200)
@given(numbers, st.integers(0, 9), st.integers(1, 9), st.sampled_from(SENTENCES))
def test_one_wrong_digit_and_it_is_none(number: str, place: int, step: int, sentence: str) -> None:
    number = right(number)
    wrong = number[:place] + str((int(number[place]) + step) % 10) + number[place + 1 :]
    assert found("nhs-number", sentence.format(wrong)) == []


@given(numbers)
def test_it_agrees_with_another_reading_of_the_rule(number: str) -> None:
    assert is_nhs_number(number) == stdnum.is_valid(number) or len(set(number)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "99912345789",
        "999 1234 578",
        "order A9991234578",
        "€9991234578",
        "+1 999 123 4578",
        "999 123 4578 90",
        "https://example.org/9991234578",
        "0000000000",
        "14-03-1961 10:00",
    ],
)
def test_what_is_none(sentence: str) -> None:
    assert found("nhs-number", sentence) == []
