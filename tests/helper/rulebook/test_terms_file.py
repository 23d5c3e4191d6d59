from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from postil.model.topic import Pattern, TermList
from postil.rulebook.shape.sheet import Shape
from postil.rulebook.shelf import Entry
from postil.rulebook.terms_file import TERMS_FILE, VOCABULARY

Read = Callable[[Shape[Any], str], Entry]
HEAD = "terms: t\nabout: A.\n"
PATTERN = "name: room, about: A., pattern: '[a-f]\\d', finds: [c4, b2], passes: [c, d]"


def test_a_whole_list(read: Read) -> None:
    text = (
        HEAD
        + "en: [one]\nnl: [een, twee]\nany: ['🔪']\nfr: [un]\n"
        + "except: {en: [one more]}\nambiguous: {nl: [een]}"
        + f"\nmasked: true\nmisspelt: true\npatterns: [{{{PATTERN}}}]\n"
    )
    entry = read(TERMS_FILE, text)
    assert not entry.sheet.problems
    assert entry.value == TermList(
        id="t",
        about="A.",
        phrases={"en": ("one",), "nl": ("een", "twee"), "any": ("🔪",), "fr": ("un",)},
        exceptions={"en": ("one more",)},
        ambiguous={"nl": ("een",)},
        patterns=(
            Pattern(name="room", about="A.", pattern=r"[a-f]\d", finds=("c4", "b2"), passes=("c", "d")),
        ),
        masked=True,
        misspelt=True,
    )


def test_a_list_of_a_vocabulary_needs_no_head(read: Read) -> None:
    assert read(VOCABULARY, "any: [WKZ]").value.phrases == {"any": ("WKZ",)}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (HEAD, "This list holds no term."),
        (HEAD + "en: []\n", "This list holds no term."),
        ("terms: t\nen: [a]\n", "A term list needs `about`."),
        (HEAD + "en: [a]\nduthc: [b]\n", "A term list has no key `duthc`."),
        (HEAD + "en: [a]\nambiguous: {en: [b]}\n", "`b` is no `en` term of this list."),
        (
            HEAD + f"patterns: [{{{PATTERN.replace('[a-f]', '[a-f')}}}]\n",
            "`[a-f\\d` is no pattern that can be read.",
        ),
        (HEAD + f"patterns: [{{{PATTERN.replace('c4, ', '')}}}]\n", "At least 2 should stand in this list."),
        ("- a\n", "A term list should stand here, as `key: value`."),
    ],
)
def test_what_does_not_fit_is_said(read: Read, text: str, sentence: str) -> None:
    assert [one.sentence for one in read(TERMS_FILE, text).sheet.problems] == [sentence]


def test_every_term_is_remembered_as_a_phrase(read: Read) -> None:
    mentions = read(TERMS_FILE, HEAD + "en: [one]\nexcept: {en: [two]}\n").sheet.mentions
    assert [(one.kind, one.name) for one in mentions] == [("phrase", "one"), ("phrase", "two")]
