"""Folding: what looks alike is alike, and every view maps back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given

from helper.engine.texts import any_text
from postil.engine.fold import fold, fold_with_origins, plain, scan


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Patiënt", "patient"),
        ("patie\u0308nt", "patient"),
        ("ｐａｔｉｅｎｔ", "patient"),
        ("𝗽𝗮𝘁𝗶𝗲𝗻𝘁", "patient"),
        ("ⓟⓐⓣⓘⓔⓝⓣ", "patient"),
        ("🅿🅰🆃🅸🅴🅽🆃", "patient"),
        ("р\u0430tient", "patient"),
        ("pa\u200bti\u00adent", "patient"),
        ("p\u0336a\u0336t\u0336i\u0336ent", "patient"),
        ("ᴘᴀᴛɪᴇɴᴛ", "patient"),
        ("ĳs", "ijs"),
        ("m’n", "m'n"),
        ("co–assistent", "co-assistent"),
        ("Straße", "strasse"),
        ("İ", "i"),
    ],
)
def test_look_alikes_fold_to_plain_letters(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(any_text)
def test_plain_and_scan_keep_the_length(text: str) -> None:
    assert len(plain(text)) == len(scan(text)) == len(text)


@given(any_text)
def test_folding_maps_back_to_the_character_each_letter_came_from(text: str) -> None:
    folded, origins = fold_with_origins(text)
    assert folded == fold(text)
    assert len(origins) == len(folded)
    assert all(letter in fold(text[origin]) for letter, origin in zip(folded, origins, strict=True))
    assert list(origins) == sorted(origins)


@given(any_text)
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


def test_invisible_characters_are_one_space_each_for_entities() -> None:
    assert plain("▶\ufe0ffoo\u200dbar") == "▶ foo bar"


def test_plain_keeps_case_and_accents() -> None:
    assert plain("“Crème”—B") == '"Crème"-B'
