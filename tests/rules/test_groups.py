"""Contempt for groups is seen in its common shapes, and what looks like it passes.

The harsh words come from the term lists, so that none stands here.
"""

from __future__ import annotations

import re
from functools import cache

import pytest

from postil.engine.check import Engine
from postil.model.draft import Account, Draft
from postil.model.policy import Rulebook
from postil.rulebook.find import rules_folder
from postil.rulebook.load import load

EN = (
    "women",
    "gay people",
    "trans people",
    "black people",
    "disabled people",
    "Muslims",
    "Jews",
    "refugees",
    "Poles",
)
NL = (
    "vrouwen",
    "homo's",
    "transgenders",
    "zwarte mensen",
    "gehandicapten",
    "moslims",
    "joden",
    "vluchtelingen",
)


@cache
def engine() -> Engine:
    found = load(rules_folder())
    assert isinstance(found, Rulebook)
    return Engine(found)


@cache
def word(name: str, language: str, at: int) -> str:
    """One plain word of a list, counted from its first."""
    found = load(rules_folder())
    assert isinstance(found, Rulebook)
    words = re.findall(r"(?<=[(|])[a-z]{4,}(?=[|)])", " ".join(found.terms[name].phrases[language]))
    return str(words[at])


def raised(text: str) -> bool:
    account = Account(kind="personal", bio="Views my own.")
    review = engine().check(Draft(text=text, policy="leeds", role="staff", account=account))
    return any(finding.topic in {"discrimination", "threat"} for finding in review.findings)


def harsh(language: str) -> list[str]:
    thing = word("demeaning-things", language, 0)
    slip = thing[:-2] + thing[-1] + thing[-2]
    spaced = " ".join(thing)
    if language == "en":
        harm = word("harm-verbs", "en", 0)
        return [
            f"{{}} are {thing}.",
            f"I think {{}} are nothing but {thing}.",
            f"{{}} are {slip}.",
            f"{{}} are {spaced}.",
            f"I met some {{}} today. They are {thing}.",
            f"I'm going to {harm} all {{}}.",
            "{} do not deserve any respect.",
            "Why should we respect {}?",
            "We were happier before {} came along and everything got worse.",
            "No more {} here please.",
        ]
    harm = word("harm-ends", "nl", 0)
    return [
        f"{{}} zijn {thing}.",
        f"Ik vind dat {{}} gewoon {thing} zijn.",
        f"{{}} zijn {slip}.",
        f"{{}} zijn {spaced}.",
        f"Er wonen {{}} naast me. Ze zijn {thing}.",
        f"Ik ga alle {{}} {harm}.",
        "{} verdienen geen respect.",
        "Waarom zouden we {} respecteren?",
        "{} horen niet thuis in dit land.",
    ]


def look_alike(language: str) -> list[str]:
    thing = word("demeaning-things", language, 0)
    if language == "en":
        return [
            f"{{}} are not {thing}.",
            f'"{{}} are {thing}" is a horrible thing to say.',
            f"Anyone who says that {{}} are {thing} should be ashamed.",
            "{} deserve respect.",
            "I love working with {}.",
            "There are many {} in this city.",
            "Today we talked about {} in class.",
            "Violence against {} must stop.",
            "Nobody should hate {}.",
        ]
    return [
        f"{{}} zijn geen {thing}.",
        f'"{{}} zijn {thing}" is een vreselijke uitspraak.',
        f"Wie zegt dat {{}} {thing} zijn, moet zich schamen.",
        "{} verdienen respect.",
        "Ik werk graag met {}.",
        "Er wonen veel {} in deze stad.",
        "Vandaag ging het in de les over {}.",
        "Geweld tegen {} moet stoppen.",
        "Niemand zou {} moeten haten.",
    ]


@pytest.mark.parametrize(("language", "groups"), [("en", EN), ("nl", NL)])
def test_contempt_is_seen(language: str, groups: tuple[str, ...]) -> None:
    texts = [shape.format(group) for shape in harsh(language) for group in groups]
    missed = [text for text in texts if not raised(text)]
    assert len(missed) <= len(texts) // 10, missed


@pytest.mark.parametrize(("language", "groups"), [("en", EN), ("nl", NL)])
def test_what_looks_like_it_passes(language: str, groups: tuple[str, ...]) -> None:
    texts = [shape.format(group) for shape in look_alike(language) for group in groups]
    wrong = [text for text in texts if raised(text)]
    assert len(wrong) <= len(texts) // 20, wrong
