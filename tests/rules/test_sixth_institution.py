"""Another institution joins: from a communications officer's answers to a policy that judges drafts."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from postil.cli.main import main
from postil.engine.check import Engine
from postil.model.draft import Account, Draft
from postil.model.finding import Finding, Severity
from postil.model.policy import Rulebook
from postil.rulebook.find import rules_folder
from postil.rulebook.load import load

DISCLAIMER = "What I write here is mine and not the university's."
TOPICS = ("disclaimer", "bio-disclaimer", "personal-data", "threat", "credentials", "working-hours", "advice")
ANSWERS = {
    "institution-en": "Dogger Bank University",
    "institution-nl": "Doggersbank Universiteit",
    "version": "2026.11.1",
    "document-en": "Code for social media",
    "document-nl": "Gedragscode sociale media",
    "languages": "en, nl",
    "year": "2025",
    "url": "https://dogger.example/code",
    "names": "Dogger Bank University, Doggersbank Universiteit, DBU",
    "handles": "@doggerbank",
    "domains": "dogger.example",
    "disclaimer-en": DISCLAIMER,
    "disclaimer-nl": "Wat ik hier schrijf is van mij en niet van de universiteit.",
    "contact-en": "Communications desk",
    "contact-nl": "Communicatie",
    "contact-email": "press@dogger.example",
    "topics": ", ".join(TOPICS),
    "section": "4",
    "demands-en": "Say that the view is yours when you write about the university.",
    "demands-nl": "Zeg dat het je eigen mening is als je over de universiteit schrijft.",
}


@pytest.fixture(autouse=True)
def nobody_to_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped rules, to which nobody has added anything yet."""
    return Path(shutil.copytree(rules_folder(), tmp_path_factory.mktemp("shipped") / "rules"))


@pytest.fixture(scope="module")
def joined(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rules after the officer's answers."""
    folder = Path(shutil.copytree(rules_folder(), tmp_path_factory.mktemp("joined") / "rules"))
    words = [part for key, text in ANSWERS.items() for part in ("--answer", f"{key}={text}")]
    assert main(["rules", "new", "--rules", str(folder), "policy", "dogger", *words]) == 0
    return folder


@pytest.fixture(scope="module")
def check(joined: Path) -> Callable[..., dict[str, Finding]]:
    """Check a text under the new policy: topic -> finding."""
    book = load(joined)
    assert isinstance(book, Rulebook), book
    engine = Engine(book)

    def run(text: str, **account: str) -> dict[str, Finding]:
        draft = Draft(text=text, policy="dogger", role="staff", account=Account(kind="personal", **account))
        return {one.topic: one for one in engine.check(draft).findings}

    return run


def test_the_started_policy_passes_the_check_and_every_clause_acts(
    joined: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rules", "check", "--rules", str(joined)]) == 0
    capsys.readouterr()
    assert main(["rules", "coverage", "--rules", str(joined), "--json"]) == 0
    rows = [row for row in json.loads(capsys.readouterr().out)["clauses"] if row["id"].startswith("dogger/")]
    assert [row["topic"] for row in rows] == list(TOPICS)
    assert all(row["acts"] for row in rows), rows


def test_a_draft_under_it_is_judged_by_its_own_names_and_words(
    check: Callable[..., dict[str, Finding]],
) -> None:
    found = check("The printers at Dogger Bank University are on strike again", bio="walks dogs")
    assert set(found) == {"disclaimer"}
    finding = found["disclaimer"]
    assert finding.clauses == ("dogger/1",)
    assert finding.fix is not None
    assert finding.fix.text == DISCLAIMER
    assert check("De printers van de DBU staken", bio="wandelt").keys() == {"disclaimer"}
    assert check("The printers at Dogger Bank University are on strike", bio=DISCLAIMER) == {}
    assert (
        check(f"The printers at Dogger Bank University are on strike. {DISCLAIMER}", bio="walks dogs") == {}
    )
    assert check("The bread at the bakery was still warm", bio="walks dogs") == {}


@pytest.mark.parametrize(
    ("text", "topic", "severity"),
    [
        ("I know where you live and I will break your fingers", "threat", "warning"),
        ("My password for the library is Fluffy2019!x", "credentials", "warning"),
        ("Her home phone is 0113 243 1751, ring her", "personal-data", "warning"),
    ],
)
def test_it_takes_the_shipped_topics_as_they_are(
    check: Callable[..., dict[str, Finding]], text: str, topic: str, severity: Severity
) -> None:
    assert check(text, bio=DISCLAIMER)[topic].severity == severity


def test_its_own_contact_is_nobodys_secret(check: Callable[..., dict[str, Finding]]) -> None:
    assert check("Questions? Write to press@dogger.example", bio=DISCLAIMER) == {}


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"year": "2o25"}, ["year", "`2o25`", "four digits"]),
        ({"handles": "doggerbank"}, ["handles", "`doggerbank`", "with its @"]),
        ({"domains": "https://dogger.example"}, ["domains", "without `https://`"]),
        ({"url": "dogger.example"}, ["url", "starts with `https://`"]),
        ({"languages": "English"}, ["languages", "`English`", "two letters"]),
        ({"topics": "disclamer"}, ["topics", "`disclamer`", "Did you mean `disclaimer`?"]),
        ({"who": "students"}, ["who", "Did you mean `student`?"]),
        ({"contct-email": "x"}, ["contct-email", "Did you mean `contact-email`?"]),
        ({"names": "(Dogger"}, ["(Dogger", "no ')'"]),
        ({"year": "soon", "handles": "dbu"}, ["2 answers", "year", "handles"]),
    ],
)
def test_mistaken_answers_are_told_apart_and_write_nothing(
    rules: Path, changed: dict[str, str], told: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    given = ANSWERS | changed
    words = [part for key, text in given.items() for part in ("--answer", f"{key}={text}")]
    assert main(["rules", "new", "--rules", str(rules), "policy", "dogger", *words]) != 0
    said = capsys.readouterr().err
    assert [one for one in told if one not in said] == []
    assert not (rules / "policies" / "dogger.yaml").exists()
