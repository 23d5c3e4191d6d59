"""Identifiers of people are found, and what looks like one is left alone: figures over made numbers, seeded."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from random import Random

import pytest

from postil.engine.check import Engine
from postil.model.draft import Account, Draft
from postil.model.policy import Rulebook
from postil.rulebook.find import rules_folder
from postil.rulebook.load import load
from rules.numbers_made import british_phone, bsn, digits, dutch_phone, isbn, nhs_number, one_wrong

Made = Callable[[Random], str]

SENTENCES = 200
LEAST = 0.95
DISCLAIMER = "Views are my own."
NAMES = ("Sanne", "Fatima", "Jeroen", "Oliver", "Priya", "Tom de Wit", "Emily Carter", "Noor Bakker")

EN_PHONE = (
    "Ring {name} on {n} if you find the keys",
    "{name}'s mobile is {n}, text her tonight",
    "Her number is {n} in case anybody needs her",
    "You can call him on {n} after six",
    "The student from my tutorial, {name}, gave me his phone number: {n}",
    "Just phone {name}: {n}",
)
NL_PHONE = (
    "Bel {name} maar op {n} als je de sleutels vindt",
    "Het mobiele nummer van {name} is {n}, app haar vanavond",
    "Haar nummer is {n}, voor wie haar nodig heeft",
    "Je kunt hem bellen op {n} na zes uur",
    "De student uit mijn werkgroep, {name}, gaf me zijn telefoonnummer: {n}",
    "Telefoonnummer van {name}: {n}",
)
EN_BSN = (
    "Her BSN is {n}, can somebody look her up",
    "BSN {n} belongs to {name}",
    "The form says BSN: {n}",
    "{name} sent me her citizen service number (BSN) {n} by app",
    "Found a letter for {name} with BSN {n} on it",
)
NL_BSN = (
    "Haar BSN is {n}, kan iemand haar opzoeken",
    "BSN {n} hoort bij {name}",
    "Op het formulier staat burgerservicenummer {n}",
    "{name} appte haar bsn: {n}",
    "Brief gevonden voor {name}, bsn {n}",
)
EN_NHS = (
    "Her NHS number is {n}, can somebody check",
    "NHS number: {n}",
    "NHS no {n} belongs to {name}",
    "The label reads {name}, NHS {n}",
    "Found a wristband with NHS number {n} on it",
)
NL_NHS = (
    "Haar NHS-nummer is {n}, kan iemand kijken",
    "NHS nummer: {n}",
    "Op het polsbandje van {name} stond NHS {n}",
    "Het nummer bij de NHS is {n}",
    "Gevonden: polsbandje met NHS-nummer {n}",
)
KINDS: dict[str, tuple[Made, tuple[str, ...]]] = {
    "British phone, English": (british_phone, EN_PHONE),
    "British phone, Dutch": (british_phone, NL_PHONE),
    "Dutch phone, English": (dutch_phone, EN_PHONE),
    "Dutch phone, Dutch": (dutch_phone, NL_PHONE),
    "BSN, English": (bsn, EN_BSN),
    "BSN, Dutch": (bsn, NL_BSN),
    "NHS number, English": (nhs_number, EN_NHS),
    "NHS number, Dutch": (nhs_number, NL_NHS),
    "date of birth, English": (
        lambda random: f"{random.randrange(1, 29)}/{random.randrange(1, 13)}/{random.randrange(1950, 2005)}",
        ("{name}, born {n}, is in my group", "DOB {n}, name {name}", "{name}'s date of birth is {n}"),
    ),
    "date of birth, Dutch": (
        lambda random: f"{random.randrange(1, 29)}-{random.randrange(1, 13)}-{random.randrange(1950, 2005)}",
        ("{name}, geboren {n}, zit in mijn groep", "Geboortedatum {n}, naam {name}", "{name} (geb. {n})"),
    ),
    "grade, English": (
        lambda random: str(random.randrange(20, 49)),
        (
            "{name} got {n}% for the resit",
            "{name} failed the exam with a mark of {n}",
            "My student {name} scored {n}/100 on the exam",
        ),
    ),
    "grade, Dutch": (
        lambda random: f"{random.randrange(1, 6)},{random.randrange(1, 10)}",
        (
            "{name} had een {n} voor het tentamen",
            "{name} haalde een {n} voor haar hertentamen",
            "Mijn student {name} kreeg een {n} voor de toets",
        ),
    ),
    "student number, English": (
        lambda random: f"{random.choice(['s', '20', ''])}{digits(random, 7)}",
        (
            "Student number {n}: please come forward",
            "{name}, student number {n}, has failed",
            "Whose student ID is {n}?",
        ),
    ),
    "student number, Dutch": (
        lambda random: f"{random.choice(['s', ''])}{digits(random, 7)}",
        (
            "Studentnummer {n}, meld je even",
            "{name}, studentnummer {n}, is gezakt",
            "Van wie is studentnummer {n}?",
        ),
    ),
}
"""What is made, and the sentences that it stands in."""

LOOK_ALIKES: dict[str, tuple[Made, tuple[str, ...]]] = {
    "BSN, one digit wrong": (lambda random: _wrong(random, bsn, _is_bsn), (*EN_BSN, *NL_BSN)),
    "NHS number, one digit wrong": (lambda random: _wrong(random, nhs_number, _is_nhs), (*EN_NHS, *NL_NHS)),
    "date": (
        lambda random: f"{random.randrange(1, 29)}-{random.randrange(1, 13)}-{random.randrange(2021, 2028)}",
        (
            "The conference is on {n}",
            "Aanmelden kan tot {n}",
            "Open day: {n}, come and see",
            "Zitting van {n}",
        ),
    ),
    "order number": (
        lambda random: digits(random, random.choice([8, 9, 10])),
        (
            "My order {n} is still not here",
            "Bestelling {n} is nog niet bezorgd",
            "Ticket {n} was closed again",
        ),
    ),
    "ISBN": (isbn, ("My new book is out: ISBN {n}", "Mijn boek is er: ISBN {n}")),
    "price": (
        lambda random: f"{random.randrange(1000, 99999)},{random.randrange(10, 99)}",
        ("The grant is € {n} for four years", "De beurs is € {n} voor vier jaar", "Rent is now £{n} a year"),
    ),
    "the institution's own contact": (
        lambda random: random.choice(["press@dogger.example", "communicatie@umcutrecht.nl", "088 75 555 55"]),
        ("Questions? Mail or call {n}", "Vragen? Mail of bel {n}"),
    ),
}
"""What is no identifier of anybody, or no longer one."""


def _bare(number: str) -> str:
    return "".join(char for char in number if char.isdigit())


def _is_bsn(number: str) -> bool:
    bare = _bare(number)
    return (sum(int(c) * w for c, w in zip(bare, range(9, 1, -1), strict=False)) - int(bare[8])) % 11 == 0


def _is_nhs(number: str) -> bool:
    bare = _bare(number)
    return (11 - sum(int(c) * w for c, w in zip(bare, range(10, 1, -1), strict=False)) % 11) % 11 == int(
        bare[9]
    )


def _wrong(random: Random, made: Made, valid: Callable[[str], bool]) -> str:
    while valid(number := one_wrong(random, made(random))):
        pass
    return number


@cache
def engine() -> Engine:
    found = load(rules_folder())
    assert isinstance(found, Rulebook)
    return Engine(found)


def drafts(made: Made, sentences: tuple[str, ...]) -> list[str]:
    """So many sentences, each with the number in it."""
    random = Random(20261121)  # noqa: S311 - made sentences, no secret
    found = []
    for at in range(SENTENCES):
        number = made(random)
        sentence = sentences[at % len(sentences)]
        found.append(sentence.format(name=random.choice(NAMES), n=number))
    return found


def told(text: str) -> bool:
    """Whether a note of personal data stands on the text."""
    account = Account(kind="personal", bio=DISCLAIMER)
    review = engine().check(Draft(text=text, policy="umc-utrecht", role="student", account=account))
    return any(finding.topic == "personal-data" for finding in review.findings)


@pytest.mark.parametrize("kind", KINDS)
def test_identifiers_beside_a_word_of_context_are_found(kind: str) -> None:
    missed = [text for text in drafts(*KINDS[kind]) if not told(text)]
    assert len(missed) <= SENTENCES * (1 - LEAST), missed[:10]


@pytest.mark.parametrize("kind", LOOK_ALIKES)
def test_what_looks_like_an_identifier_is_left_alone(kind: str) -> None:
    wrong = [text for text in drafts(*LOOK_ALIKES[kind]) if told(text)]
    assert len(wrong) <= SENTENCES * (1 - LEAST), wrong[:10]
