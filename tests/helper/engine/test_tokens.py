"""The tokeniser: what is one token, of which kind, in which sentence."""

from __future__ import annotations

import time

import pytest
from hypothesis import given

from helper.engine.texts import texts
from postil.engine.page import Page
from postil.engine.tokens import read, read_label


def folds(text: str) -> list[str]:
    return read(text).folds


def kinds(text: str) -> list[str]:
    return [str(kind) for kind in read(text).kinds]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("m'n foto's, m’n", ["mijn", "foto's", "mijn"]),
        ("co-assistent 's ochtends", ["co", "assistent", "s", "ochtends"]),
        ("i\u200bdiot don\u2019t", ["idiot", "do", "not"]),
        ("e\u0301te\u0301 été", ["ete", "ete"]),
        ("▶️foo", ["▶", "foo"]),
        ("👍🏽👍🏿", ["👍", "👍"]),
        ("24/7 12:30 3,5 12-3", ["24/7", "12:30", "3,5", "12-3"]),
        ("4B 3e 1d10t 17-jarige", ["4b", "3e", "1d10t", "17", "jarige"]),
        ("ⓘⓓ 𝗯𝗼𝗹𝗱", ["id", "bold"]),
        ("e.g. o.a.", ["e", "g", "o", "a"]),
    ],
)
def test_words_and_numbers(text: str, expected: list[str]) -> None:
    assert folds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@jan @a@b.social me@x.org", ["mention", "mention", "email"]),
        ("#MyDay #1 C# a#b", ["hashtag", "number", "word", "word", "word"]),
        (
            "https://a.org/x?y=1, www.b.nl nu.nl klaar.Dan 3.5",
            ["url", "url", "url", "word", "word", "number"],
        ),
        ("🎉🇳🇱 1️⃣ 👩‍⚕️", ["emoji", "emoji", "emoji", "emoji"]),
    ],
)
def test_kinds(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_a_link_or_handle_ends_before_the_sentence_does() -> None:
    text = "Zie (https://a.org/b_(c)), @jan. En #dag!"
    tokens = [token.text for token in Page(text).tokens if token.kind != "word"]
    assert tokens == ["https://a.org/b_(c)", "@jan", "#dag"]


def test_a_label_falls_apart_and_stands_whole_as_a_handle() -> None:
    assert read_label("sint_wkzPatientFOTOGroep12.jpg").folds == [
        "@sint_wkzpatientfotogroep12.jpg", "sint", "wkz", "patient", "foto", "groep", "12", "jpg",
    ]  # fmt: skip
    assert read_label("Kim de Vries").folds == ["kim", "de", "vries"]
    assert read_label("@North").folds[0] == "@north"
    assert read_label("").folds == []


@given(texts)
def test_tokens_lie_in_the_text_in_order_and_apart(text: str) -> None:
    end = sentence = 0
    for token in Page(text).tokens:
        assert end <= token.start < token.end <= len(text)
        assert token.text == text[token.start : token.end]
        assert token.fold
        assert token.sentence >= sentence
        end, sentence = token.end, token.sentence


@given(texts)
def test_labels_of_any_text_lie_in_it(text: str) -> None:
    columns = read_label(text)
    assert all(0 <= start < end <= len(text) for start, end in zip(columns.starts, columns.ends, strict=True))


@pytest.mark.parametrize(
    "unit",
    [
        "a.",
        "a-",
        "a\u200b",
        "\u200b",
        "1.",
        "@a",
        "#1",
        "a@",
        ".",
        "!",
        "'a",
        '"a',
        "\n",
        "www.",
        "a_",
        "é́",
        "😀",
        "ａ",
    ],
)
def test_no_text_makes_the_tokeniser_slow(unit: str) -> None:
    text = (unit * 64_000)[:64_000]
    begun = time.process_time()
    read(text)
    read(text + "a")
    assert time.process_time() - begun < 3
