from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum import iban as stdnum

from helper.engine.entities.finding import between, found

SENTENCES = ("IBAN {}", "maak het over op {}, dank", "account {}.", "({})")


def account(country: str, bank: str, rest: str) -> str:
    return f"{country}{stdnum.calc_check_digits(f'{country}00{bank}{rest}')}{bank}{rest}"


banks = st.from_regex(r"[A-Z]{4}", fullmatch=True)
ibans = st.one_of(
    st.builds(account, st.just("GB"), banks, st.from_regex(r"[0-9]{14}", fullmatch=True)),
    st.builds(account, st.just("NL"), banks, st.from_regex(r"[0-9]{10}", fullmatch=True)),
)


def in_fours(iban: str) -> str:
    return " ".join(iban[at : at + 4] for at in range(0, len(iban), 4))


@settings(derandomize=True, max_examples=200)
@given(ibans, st.sampled_from([str, str.lower, in_fours]), st.sampled_from(SENTENCES))
def test_every_right_account_is_found_in_every_form(
    iban: str, form: Callable[[str], str], sentence: str
) -> None:
    written = form(iban)
    assert found("iban", sentence.format(written)) == [written]


@settings(derandomize=True, max_examples=200)
@given(ibans, st.integers(1, 9), st.sampled_from(SENTENCES))
def test_one_wrong_digit_and_it_is_none(iban: str, step: int, sentence: str) -> None:
    wrong = iban[:-1] + str((int(iban[-1]) + step) % 10)
    assert found("iban", sentence.format(wrong)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "⟦NL91ABNA0417164300⟧ en ⟦nl91 abna 0417 1643 00⟧",
        "⟦DE89370400440532013000⟧",
        "⟦BE68-5390-0754-7034⟧",
        "NL91ABNA04171643001",
        "XX91ABNA0417164300",
        "NL91ABNA",
        "CO2 and H2O in 2026",
        "no digit",
    ],
)
def test_countries_and_what_is_none(sentence: str) -> None:
    text, wanted = between(sentence)
    assert found("iban", text) == wanted
