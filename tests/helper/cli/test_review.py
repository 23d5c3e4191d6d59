from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from helper.server.house import RULEBOOK
from postil.cli.reader import Language
from postil.cli.review import _PLACES, render
from postil.model.draft import Draft
from postil.model.finding import Edit, Field, Finding, Fix, Link, Mark, Review, Words

LOCALES = Path(__file__).parents[3] / "extension" / "src" / "_locales"
DRAFT = Draft(text="He is a nincompoop, a real\n nincompoop 🎉")
FINDING = Finding(
    topic="disrespect",
    clauses=("umc-utrecht/1", "elsewhere/2"),
    severity="warning",
    confidence="high",
    title=Words("This may hurt", "Dit kan kwetsen"),
    message=Words("Be kind.", "Wees aardig."),
    marks=(Mark(8, 18), Mark(28, 38), Mark(0, 2, "account.bio")),
    unknown=("account.bio",),
)


def shown(finding: Finding) -> list[str]:
    review = Review(policy="umc-utrecht", language="en", findings=(finding,))
    return render(review, DRAFT, RULEBOOK, "en").split("\n")


def test_the_point_comes_first_and_the_clause_last() -> None:
    assert shown(FINDING) == [
        "A hospital (umc-utrecht)",
        "",
        "Warning: This may hurt",
        "  “nincompoop”, your bio",
        "  Be kind.",
        "  not seen: your bio",
        "    umc-utrecht/1: Be kind.",
        "    elsewhere/2",
    ]


def test_what_was_not_seen_has_the_words_of_the_card() -> None:
    for language in get_args(Language):
        messages = json.loads((LOCALES / language / "messages.json").read_text(encoding="utf-8"))
        of_card = {key: one["message"] for key, one in messages.items() if key.startswith("card_unseen_")}
        of_card.pop("card_unseen_other")
        mine = {f"card_unseen_{name.replace('.', '_')}": words for name, words in _PLACES[language].items()}
        assert mine == of_card
        assert {*get_args(Field)} - {"text"} <= set(_PLACES[language])


def test_it_is_in_the_readers_language() -> None:
    review = Review(policy="umc-utrecht", language="en", findings=(FINDING,))
    written = render(review, DRAFT, RULEBOOK, "nl")
    assert "Waarschuwing: Dit kan kwetsen" in written
    assert "niet gezien" in written


def test_nothing_is_said_of_a_clean_text() -> None:
    written = render(Review(policy="umc-utrecht", language="en"), DRAFT, RULEBOOK, "en")
    assert written.endswith("\n\nNothing to say about this text.")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "only the rules that need no words"),
        ("nl", "alleen de regels nagekeken die geen woorden nodig"),
    ],
)
@pytest.mark.parametrize("findings", [(), (FINDING,)])
def test_what_was_checked_in_part_says_so(
    language: Language, sentence: str, findings: tuple[Finding, ...]
) -> None:
    whole = Review(policy="umc-utrecht", language="fr", findings=findings)
    assert sentence not in render(whole, DRAFT, RULEBOOK, language)
    last = render(replace(whole, partial=True), DRAFT, RULEBOOK, language).split("\n\n")[-1]
    assert sentence in last


@pytest.mark.parametrize(
    ("fix", "line"),
    [
        (Fix(kind="remove", edits=(Edit(8, 18, ""),)), "  could be left out"),
        (Fix(kind="replace", edits=(Edit(8, 18, "person"),)), "  could read: “person”"),
        (Fix(kind="append", text="Views are my own."), "  could be added: “Views are my own.”"),
        (
            Fix(
                kind="confirm", statement=Words("I have it.", "Ik heb het."), form=Link(label=Words("F", "F"))
            ),
            "  to confirm: I have it.",
        ),
        (Fix(kind="hold", minutes=20), "  could wait 20 minutes"),
        (Fix(kind="strip"), "  the place could be taken out of the picture"),
    ],
    ids=lambda value: value.kind if isinstance(value, Fix) else "",
)
def test_each_fix_has_its_words(fix: Fix, line: str) -> None:
    assert line in shown(replace(FINDING, fix=fix))


def test_long_marks_are_cut() -> None:
    draft = Draft(text="x" * 200)
    finding = replace(FINDING, marks=(Mark(0, 200),))
    review = Review(policy="umc-utrecht", language="en", findings=(finding,))
    assert f"“{'x' * 60}…”" in render(review, draft, RULEBOOK, "en")
