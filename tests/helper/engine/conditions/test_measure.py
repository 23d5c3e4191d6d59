"""`measure`."""

from __future__ import annotations

import pytest

from helper.engine.builders import marked
from postil.engine.conditions.measure import is_styled
from postil.model.condition import Measure


@pytest.mark.parametrize(
    ("condition", "text", "found"),
    [
        (Measure(of="capitals", at_least=0.7), "DIT IS TE VEEL", ["DIT", "IS", "TE", "VEEL"]),
        (Measure(of="capitals", at_least=0.7, letters=20), "DIT IS TE VEEL", None),
        (Measure(of="capitals", at_least=0.7), "Dit is niet TE VEEL", None),
        (Measure(of="capitals", at_least=0.1), "", None),
        (Measure(of="capital-words", at_least=3), "Dit IS GEHEEL TE VEEL hoor", ["GEHEEL TE VEEL"]),
        (Measure(of="capital-words", at_least=3), "de IC en NHS en UMC", None),
        (Measure(of="exclamations", at_least=3), "Nee!!! Ja!?! Kom! Wat???", ["!!!"]),
        (Measure(of="exclamations", at_least=3), "Nee! Ja! Kom!", None),
        (Measure(of="emoji-run", at_least=3), "Top 🎉🎉 👍🏽 en 🎉🎉", ["🎉🎉 👍🏽"]),
        (Measure(of="emoji-run", at_least=3), "🎉a🎉b🎉", None),
        (Measure(of="styled", at_least=4), "Wij zijn 𝗯𝗼𝗹𝗱 𝘁𝗵𝗲𝗿𝗲 é", ["𝗯𝗼𝗹𝗱 𝘁𝗵𝗲𝗿𝗲"]),
        (Measure(of="styled", at_least=4), "ꜰɪʟᴍ ɴɪɢʜᴛ at ours", ["ꜰɪʟᴍ ɴɪɢʜᴛ"]),
        (Measure(of="styled", at_least=1), "the vowel of bit is ɪ, not ʏ", None),
        (Measure(of="styled", at_least=1), "é ß ½ ™ naïef", None),
        (Measure(of="words", at_least=3), "een twee 3", []),
        (Measure(of="words", at_most=2), "een twee 🎉", []),
        (Measure(of="words", at_most=2), "een twee drie", None),
    ],
)
def test_measures(condition: Measure, text: str, found: list[str] | None) -> None:
    assert marked(condition, [], text) == found


def test_styled_letters() -> None:
    assert all(map(is_styled, "𝓪ⓑ🅲ｄ𝟙"))
    assert not any(map(is_styled, "aé½™①" + "🎉"))


@pytest.mark.parametrize("unit", ["?", "!?", "🎉", "A ", "𝗯"])
def test_no_text_makes_it_slow(unit: str) -> None:
    for of in ("capitals", "capital-words", "exclamations", "emoji-run", "styled"):
        assert marked(Measure(of=of, at_least=10_000_000), [], unit * 20_000) is None
