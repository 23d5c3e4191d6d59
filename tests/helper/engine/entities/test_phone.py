from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helper.engine.entities.finding import between, found

SENTENCES = (
    "bel me op {}",
    "call {} tonight",
    "tel: {}.",
    "({})",
    "mobiel {}, na 18.00 uur",
    "ring {} 9am till 5",
)

# British and Dutch numbers as people write them: area codes that are in use, then any digits.
WRITTEN = (
    r"06[- ]?[1-5][0-9]{7}",
    r"06 [1-5][0-9] [0-9]{2} [0-9]{2} [0-9]{2}",
    r"06[- ][1-5][0-9]{3} ?[0-9]{4}",
    r"\+31 ?6[- ]?[1-5][0-9]{7}",
    r"\+31 \(0\)6 [1-5][0-9]{7}",
    r"0031 ?6 ?[1-5][0-9]{7}",
    r"0(20|30|71|10)[- ]?[2-5][0-9]{6}",
    r"\(0(20|30|71)\) [2-5][0-9]{2} [0-9]{2} [0-9]{2}",
    r"\+31 (20|30|71) [2-5][0-9]{6}",
    r"07[34578][0-9]{2} ?[0-9]{6}",
    r"07[34578][0-9]{2} [0-9]{3} [0-9]{3}",
    r"\+44 ?7[34578][0-9]{2} ?[0-9]{6}",
    r"\+44 \(0\)7[34578][0-9]{2} [0-9]{6}",
    r"0113 [2-4][0-9]{2} [0-9]{4}",
    r"\(01524\) [2-8][0-9]{5}",
    r"020 [378][0-9]{3} [0-9]{4}",
    r"\+44 (113|161) [2-4][0-9]{2} [0-9]{4}",
)
numbers = st.sampled_from(WRITTEN).flatmap(lambda pattern: st.from_regex(pattern, fullmatch=True))


@settings(derandomize=True, max_examples=400)
@given(numbers, st.sampled_from(SENTENCES))
def test_numbers_of_both_countries_are_found_whole(number: str, sentence: str) -> None:
    assert found("phone", sentence.format(number)) == [number]


DATE = r"(0[1-9]|[12][0-9])[-/.](0[1-9]|1[0-2])[-/.](19[3-9]|20[0-2])[0-9]"
OTHERS = (
    DATE,
    rf"{DATE} [01][0-9]:[0-5][0-9]",
    rf"{DATE} - {DATE}",
    r"[1-9][0-9]{5,9}",
    r"[1-9][0-9]{10,13}",
    r"[A-Z]{2,3}-?[0-9]{8,10}",
    r"97[89]-[01]-[0-9]{3}-[0-9]{5}-[0-9]",
    r"0-[0-9]{2}-[0-9]{6}-[0-9]",
    r"[0-9]{1,2}-[0-9]{1,2}",
    r"0[0-9]\.00-1[0-9]\.30 uur",
    r"€ ?0?[1-9][0-9]{2}\.[0-9]{3}\.[0-9]{3}",
    r"10\.1000/[0-9]{9}",
    r"06-[1-5][0-9]{6}",
    r"06-[1-5][0-9]{8}",
    r"07[34578][0-9]{2} [0-9]{5}",
)
others = st.sampled_from(OTHERS).flatmap(lambda pattern: st.from_regex(pattern, fullmatch=True))


@settings(derandomize=True, max_examples=400)
@given(others, st.sampled_from(SENTENCES))
def test_dates_orders_scores_and_broken_numbers_are_none(other: str, sentence: str) -> None:
    assert found("phone", sentence.format(other)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "0800-1234567",
        "0900 1234567",
        "0845 464 7000",
        "0300 123 1234",
        "088 755 5555",
        "112, 999 of 0900-8844",
        "0113 243 1751",
        "+44 (0)113 343 1000",
        "https://example.org/06-12345678",
        "ISBN 0306406152",
        "#0612345678",
    ],
)
def test_service_numbers_and_the_institutions_own_are_nobodys(sentence: str) -> None:
    assert found("phone", sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "⟦06-12345678⟧ ⟦06-87654321⟧",
        "⟦06-12345678⟧ 9.00-17.00",
        "⟦+46 (0)157 548 89⟧ or ⟦+1-604-696-5272⟧",
        "⟦07700 900482⟧ and ⟦01632 960123⟧ in a film",
        "⟦06\u200a12\u200a34\u200a56\u200a78⟧",
    ],
)
def test_others_and_neighbours(sentence: str) -> None:
    text, wanted = between(sentence)
    assert found("phone", text) == wanted
