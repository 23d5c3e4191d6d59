from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from helper.server.house import RULEBOOK, House
from postil.model.condition import AccountIs, All, AttachmentIs, Condition, Existence, Not
from postil.model.condition import Any as AnyOf
from postil.model.finding import Link, Severity, Words
from postil.model.policy import Clause, ClauseSurface, Contact, Document, Policy, Rulebook
from postil.model.topic import Case, Scope, Topic
from postil.server.policy import LANGUAGES, Language, show
from postil.server.rules import Rules

SAMPLE = json.loads((Path(__file__).parents[2] / "wire" / "policy.json").read_text(encoding="utf-8"))
TITLE = Words("A title", "Een titel")


def topic(name: str, *conditions: Condition, severity: Severity = "warning", **other: str) -> Topic:
    """A topic of these conditions, one case each."""
    cases = tuple(
        Case(name="x", when=one, severity=severity, confidence="high", title=TITLE, message=TITLE)
        for one in conditions
    )
    given = {"theme": "people"} | other
    return Topic(
        id=name,
        title=TITLE,
        status="trial" if given.get("status") == "trial" else "active",
        severity=severity,
        scope=Scope(),
        cases=cases,
        theme=given["theme"],
    )


def clause(number: int, name: str, *surface: ClauseSurface, severity: Severity | None = None) -> Clause:
    return Clause(
        id=f"house/{number}",
        document="house",
        section=str(number),
        topic=name,
        demands=Words(f"Demand {number}.", f"Eis {number}."),
        surface=surface,
        severity=severity,
    )


WORD = Existence(terms=("x",))
PICTURE = AttachmentIs(kinds=("image",))
TOPICS = (
    topic("words", WORD),
    topic("pictures", All((PICTURE, AccountIs(kind="personal")))),
    topic("both", AnyOf((Not(WORD), PICTURE)), theme="sharing"),
    topic("tried", WORD, status="trial"),
    topic("told", theme="advice"),
)
POLICY = Policy(
    id="house",
    institution=Words("The House", "Het Huis"),
    version="2026.11.1",
    documents=(
        Document(
            id="house",
            title=Words("House rules", "Huisregels"),
            languages=("en", "nl"),
            who=("staff",),
            year=2026,
            url="https://example.org/rules",
        ),
        Document(id="old", title=Words("Old rules", "Oude regels"), languages=("nl",), who=("student",)),
    ),
    names=("The House",),
    domains=("example.org",),
    disclaimer={"en": ("Views are my own.",), "nl": ("Op persoonlijke titel.",)},
    clauses=(
        clause(1, "words", "post", "profile"),
        clause(2, "pictures", "post"),
        clause(3, "both", "post", "share", severity="note"),
        clause(4, "tried", "post"),
        clause(5, "told", "policy"),
        clause(6, "told", "schedule", "design"),
        replace(clause(7, "words", "sign-in"), section=Words("Rule 7", "Regel 7")),
    ),
    contacts=(
        Contact(
            name=Words("Desk", "Balie"),
            about=Words("Questions", "Vragen"),
            email="desk@example.org",
            topics=("words",),
        ),
    ),
    consent_form=Link(label=Words("Form", "Formulier"), url="mailto:desk@example.org"),
    dos=(Words("Ask.", "Vraag het."),),
    donts=(Words("No names.", "Geen namen."),),
    working_hours="Mon-Fri 09:00-17:00",
)
HOUSE = Rulebook(terms={}, topics={one.id: one for one in TOPICS}, policies={"house": POLICY})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_policy_is_shown_as_the_sample_says(language: Language) -> None:
    assert show(POLICY, HOUSE, language) == SAMPLE[language]


@pytest.mark.parametrize(
    ("number", "acts"),
    [
        (1, ["typing", "profile"]),
        (2, ["pictures"]),
        (3, ["typing", "pictures", "share"]),
        (4, ["shown-here"]),
        (5, ["shown-here"]),
        (6, ["reminder", "no-warning"]),
        (7, ["sign-in"]),
    ],
)
def test_each_clause_says_how_postil_acts_on_it(number: int, acts: list[str]) -> None:
    assert show(POLICY, HOUSE, "en")["clauses"][number - 1]["acts"] == acts


def test_a_clause_may_be_quieter_than_its_topic_and_never_louder() -> None:
    assert [one["severity"] for one in show(POLICY, HOUSE, "en")["clauses"][:5]] == [
        "warning",
        "warning",
        "note",
        None,
        None,
    ]
    quiet = replace(HOUSE, topics=HOUSE.topics | {"words": topic("words", WORD, severity="note")})
    loud = replace(POLICY, clauses=(clause(1, "words", "post", severity="warning"),))
    assert show(loud, quiet, "en")["clauses"][0]["severity"] == "note"


def test_a_bare_policy_is_shown() -> None:
    bare = replace(RULEBOOK.policies["umc-utrecht"], consent_form=None, contacts=(), dos=())
    view = show(bare, RULEBOOK, "nl")
    assert (view["consent_form"], view["contacts"], view["dos"]) == (None, [], [])


async def test_it_is_asked_for_by_name_and_language(house: House) -> None:
    answer = await house.ask("/v1/policy", {"id": "umc-utrecht", "language": "nl"})
    shown = show(RULEBOOK.policies["umc-utrecht"], RULEBOOK, "nl")
    assert answer["policy"] == shown | {"edition": None}


async def test_without_a_name_it_is_the_one_configured(house: House) -> None:
    answer = await house.ask("/v1/policy", {"id": None, "language": "en"})
    assert answer["policy"]["institution"] == "A hospital"


@pytest.mark.parametrize(
    ("question", "error"),
    [
        ({"id": "umc-utrect", "language": "en"}, "id: no policy of that name (did you mean 'umc-utrecht'?)"),
        ({"id": 5}, "id: expected a string, got a number"),
        ({"language": "fr"}, 'language: expected en or nl, got "fr"'),
        ({"lang": "en"}, "unknown key 'lang' (did you mean 'language'?)"),
    ],
)
async def test_what_cannot_be_shown_is_declined(house: House, question: object, error: str) -> None:
    answer = await house.ask("/v1/policy", question)
    reason = "no-policy" if "no policy" in error else "bad-draft"
    assert answer == {"ok": False, "reason": reason, "error": error}


async def test_rules_with_problems_show_nothing(house: House) -> None:
    house.running.desk.rules = Rules(None, 1)
    assert (await house.ask("/v1/policy", {}))["reason"] == "problem"
