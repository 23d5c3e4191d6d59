"""A language is columns of terms: German has some for abuse, patients and disclaimers, and no code knows of it.

The harsh words come from the term lists, so that none stands here.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from postil.engine.check import Engine
from postil.engine.language import FUNCTION_WORDS
from postil.model.draft import Account, Draft
from postil.model.finding import Review
from postil.model.policy import Rulebook
from postil.model.topic import TermList
from postil.rulebook.find import rules_folder
from postil.rulebook.load import load
from postil.server.wire import write_review

TINY = Path(__file__).parent.parent / "helper" / "tiny"
GROUPS = ("Ausländer", "Flüchtlinge", "Muslime", "Frauen", "Lesben", "Behinderte", "Türken", "Juden")
ORDINARY = """
Guten Morgen aus Hamburg, der Kaffee ist stark und der Himmel grau
Die Bahn hat wieder vierzig Minuten Verspätung, wir stehen irgendwo hinter Göttingen
Unser neuer Artikel über Moorböden ist erschienen, danke an alle Beteiligten
Heute Abend Chorprobe, wir singen das Requiem von Brahms
Ich hasse es, wenn der Wecker klingelt
Ich kann Koriander nicht ausstehen
Frauen sollten die gleichen Löhne bekommen
Frauen gehören nicht an den Herd
Flüchtlinge sind Menschen wie du und ich
Muslime und Juden feiern heute gemeinsam
Rassismus hat an unserer Hochschule keinen Platz
Wie viele Flüchtlinge müssen noch sterben, bis Europa handelt?
Ich bringe ihn um acht zum Bahnhof
Ich mach den Bericht heute noch fertig
Pass auf, sonst verpasst du den Bus
Man sollte Wäsche draußen aufhängen
Die Schwüle ist widerlich, ich will ans Meer
Die Schule ist aus, die Schüler sind laut
Das Leben ist zu kurz für schlechten Kaffee
Mein Vater ist nach der Operation wieder zu Hause
Der Trainer wurde gestern entlassen
Zimmer 12 ist heute unser Seminarraum
Ein alter Mann hat mir heute im Zug eine Geschichte erzählt
Patienten verdienen bessere Pflege
Neue Leitlinie zum Schlaganfall veröffentlicht
Wir suchen Hebammen und Pflegekräfte
""".strip().splitlines()


@cache
def shipped() -> Rulebook:
    found = load(rules_folder())
    assert isinstance(found, Rulebook)
    return found


@cache
def engine(*, german: bool = True) -> Engine:
    return Engine(shipped() if german else replace(shipped(), terms=_without_german()))


def _without_german() -> dict[str, TermList]:
    return {
        name: one
        if name == FUNCTION_WORDS
        else replace(
            one,
            phrases={code: column for code, column in one.phrases.items() if code != "de"},
            exceptions={code: column for code, column in one.exceptions.items() if code != "de"},
        )
        for name, one in shipped().terms.items()
    }


@cache
def words(name: str) -> tuple[str, ...]:
    """The plain German words of a list, of the lines that are nothing but a choice of words."""
    lines = (line for line in shipped().terms[name].phrases["de"] if re.fullmatch(r"\([^()]*\)", line))
    return tuple(word for line in lines for word in re.findall(r"(?<=[(|])[a-zäöüß]{5,}(?=[|)])", line))


def review(text: str, policy: str = "umc-utrecht", bio: str = "", *, german: bool = True) -> Review:
    account = Account(kind="personal", bio=bio)
    return engine(german=german).check(Draft(text=text, policy=policy, role="staff", account=account))


def raised(text: str, policy: str = "umc-utrecht", bio: str = "") -> dict[str, str]:
    return {one.topic: one.severity for one in review(text, policy, bio).findings}


def student(text: str) -> dict[str, str]:
    draft = Draft(text=text, policy="umc-utrecht", role="student", account=Account(kind="personal", bio=""))
    return {one.topic: one.severity for one in engine().check(draft).findings}


@pytest.mark.parametrize("name", ["insults", "slurs-person", "slurs-origin"])
@pytest.mark.parametrize(
    "shape", ["Was für ein {} aus dem Sekretariat", "{}", "Du bist und bleibst ein {}, Herr Direktor"]
)
def test_german_names_are_seen(name: str, shape: str) -> None:
    missed = [word for word in words(name) if "warning" not in student(shape.format(word)).values()]
    assert len(missed) <= len(words(name)) // 10, missed


def test_german_masks_are_seen_through() -> None:
    word = next(word for word in words("insults") if "i" in word and "o" in word)
    masked = [
        word.replace("i", "1"),
        word.replace("o", "0"),
        " ".join(word),
        ".".join(word),
        word.replace("o", "*"),
    ]
    assert [one for one in masked if "disrespect" not in student(f"So ein {one}, wirklich")] == []


@pytest.mark.parametrize("group", GROUPS)
def test_contempt_for_a_group_is_seen(group: str) -> None:
    thing, trait, harm = (words(name)[0] for name in ("demeaning-things", "demeaning-traits", "be-harmed"))
    shapes = [
        f"{group} sind {thing}",
        f"Die {group} sind doch alle nur {thing}",
        f"Warum sind {group} so {trait}?",
        f"Ich hasse alle {group}",
        f"{group} raus aus unserem Land",
        f"Alle {group} gehören {harm}",
    ]
    assert [text for text in shapes if not {"discrimination", "disrespect"} & student(text).keys()] == []
    calm = [
        f"{group} sind bei uns willkommen",
        f"Wer sagt, {group} seien {trait}, hat keine Ahnung",
        f"Niemand sollte {group} hassen",
        f"Heute geht es im Seminar um {group} und ihre Rechte",
    ]
    assert [text for text in calm if "warning" in student(text).values()] == []


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Ich weiß genau, wo du wohnst", "threat"),
        ("Wäre doch schade, wenn deinem Auto etwas passiert", "threat"),
        ("Ich schlag dir die Zähne aus", "threat"),
        ("Die Patientin in Zimmer 12 geht heute nach drei Wochen nach Hause", "patient-privacy"),
        ("Frühdienst: die Dame in Bett 3 wollte unbedingt ihren Hund anrufen", "patient-privacy"),
        ("Heute Nacht ist auf meiner Station ein Kind gestorben", "patient-privacy"),
    ],
)
def test_threats_and_patients_are_seen(text: str, topic: str) -> None:
    assert student(text).get(topic) == "warning"


def test_german_disclaimers_count() -> None:
    post = "Meine Fakultät hat die Heizung bis Ostern abgestellt"
    assert "disclaimer" in raised(post, "leiden")
    for disclaimer in (
        "Nur meine persönliche Meinung.",
        "Ich spreche hier nur für mich.",
        "Privater Account",
    ):
        assert "disclaimer" not in raised(f"{post}. {disclaimer}", "leiden")
        assert "disclaimer" not in raised(post, "leiden", bio=disclaimer)


def test_ordinary_german_alarms_nobody() -> None:
    assert {text: found for text in ORDINARY if "warning" in (found := student(text)).values()} == {}


def test_german_columns_change_nothing_in_english_and_dutch() -> None:
    examples = [
        one.draft.text
        for topic in shipped().topics.values()
        for one in topic.examples
        if one.language in ("en", "nl")
    ]
    changed = [
        text
        for text in examples
        if [one.topic for one in review(text).findings]
        != [one.topic for one in review(text, german=False).findings]
    ]
    assert len(examples) > 1000
    assert changed == []


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("Our paper on peat bogs is out, thanks to all who helped", False),
        ("Ons artikel over veengronden is verschenen, dank aan iedereen die hielp", False),
        ("Unser Artikel über Moorböden ist erschienen, danke an alle Beteiligten", True),
        ("Aujourd'hui nous allons visiter notre nouvelle faculté avec les étudiants", True),
        ("Dzisiaj w szpitalu mieliśmy bardzo spokojny dyżur, ale jestem zmęczona", True),
        ("Bugün hastanede çok zor bir gündü ama artık evdeyim", True),
        ("Сегодня в больнице было очень тихо", True),
        ("Nou, lekker hoor", False),
    ],
)
def test_a_language_with_words_for_some_rules_alone_is_partial(text: str, *, partial: bool) -> None:
    assert {name: review(text, name).partial for name in shipped().policies} == dict.fromkeys(
        shipped().policies, partial
    )


def test_an_invented_language_needs_a_column_and_messages_alone(tmp_path: Path) -> None:
    shutil.copytree(TINY, tmp_path, dirs_exist_ok=True)
    listed = tmp_path / "terms" / "insults.yaml"
    listed.write_text(f"{listed.read_text(encoding='utf-8').rstrip()}\nqq: [zorgelbum*]\n", encoding="utf-8")
    (tmp_path / "terms" / "function-words.yaml").write_text(
        "terms: function-words\nabout: Small words.\nen: [the, and, you]\nqq: [vu, ka, oti, mel]\n",
        encoding="utf-8",
    )
    topic = tmp_path / "topics" / "disrespect.yaml"
    spoken = topic.read_text(encoding="utf-8").replace(
        "Zeg wat er mis is.}", "Zeg wat er mis is., qq: Mel oti vu.}"
    )
    topic.write_text(spoken, encoding="utf-8")
    found = load(tmp_path)
    assert isinstance(found, Rulebook), found
    draft = Draft(text="Vu ka zorgelbumer oti mel", policy="umc-utrecht")
    told = Engine(found).check(draft)
    assert (told.language, told.partial) == ("qq", False)
    assert [one.topic for one in told.findings] == ["disrespect"]
    written = write_review(told, draft)["findings"][0]
    assert written["message"] == {
        "en": "Say what is wrong.", "nl": "Zeg wat er mis is.", "qq": "Mel oti vu.",
    }  # fmt: skip
