"""`existence`."""
# ruff: noqa: E501 - one case a line

from __future__ import annotations

import pytest

from helper.engine.builders import findings, marked, terms
from postil.model.condition import Existence, Unless, Window
from postil.model.draft import Account, Attachment, Draft, Reply

LISTS = [
    terms("patients", "patient*", exceptions=["be patient"]),
    terms("relatives", "my mother"),
    terms("two", "my patient"),
    terms("negations", "not", "never"),
    terms("first-person-possessives", "my", "our"),
]
PATIENTS = Existence(terms=("patients",))


@pytest.mark.parametrize(
    ("condition", "text", "found"),
    [
        (PATIENTS, "Patients! Be patient, patient", ["Patients", "patient"]),
        (PATIENTS, "nobody", None),
        (Existence(terms=("patients", "relatives")), "my mother is a patient", ["my mother", "patient"]),
        (Existence(terms=("absent",)), "patient", None),
        (Existence(terms=("patients",), owner="mine"), "my own patient. A patient; our dear old patient", ["patient", "patient"]),
        (Existence(terms=("patients",), owner="mine"), "my own very dear patient", None),
        (Existence(terms=("patients",), owner="mine"), "It is my. Patient zero", None),
        (Existence(terms=("patients",), quoted=False), 'he said "patient"', None),
        (Existence(terms=("patients",), quoted=False), 'patient said "patient"', ["patient"]),
        (Existence(terms=("two",), quoted=False), 'he said "my patient" went', None),
        (Existence(terms=("patients",), marks=False), "my patient", []),
        (Existence(terms=("patients",), marks=False), "nobody", None),
        (Existence(terms=("two",), quoted=False), 'my "patient" went', ['my "patient']),
    ],
)  # fmt: skip
def test_existence(condition: Existence, text: str, found: list[str] | None) -> None:
    assert marked(condition, LISTS, text) == found


def test_unless_cancels_single_matches() -> None:
    near = Unless(terms="negations", within=Window(words=2), side="before")
    condition = Existence(terms=("patients",), unless=(near,))
    assert marked(condition, LISTS, "not a patient") is None
    assert marked(condition, LISTS, "a patient, not") == ["patient"]
    assert marked(condition, LISTS, "not one of the patients, patient") == ["patients", "patient"]
    assert marked(condition, LISTS, "not a patient but patients") == ["patients"]


@pytest.mark.parametrize(
    ("place", "draft", "where"),
    [
        ("bio", {"account": Account(bio="a patient")}, ("account.bio", 2, 9)),
        ("name", {"account": Account(name="patient")}, ("account.name", 0, 7)),
        ("handle", {"account": Account(handle="@the_patientUtrecht")}, ("account.handle", 5, 12)),
        ("alt", {"attachments": (Attachment(kind="image", alt=""), Attachment(kind="image", alt="patient"))}, ("attachments.alt", 0, 7)),
        ("file-name", {"attachments": (Attachment(kind="image", name="MijnPatient.jpg"),)}, ("attachments.name", 4, 11)),
        ("reply", {"reply_to": Reply(text="patient")}, ("reply_to.text", 0, 7)),
    ],
)  # fmt: skip
def test_other_places_are_marked_where_they_are(
    place: object, draft: dict[str, object], where: tuple[str, int, int]
) -> None:
    condition = Existence(terms=("patients",), places=(place,))  # type: ignore[arg-type]  # each of the places in turn
    (found,) = findings(condition, LISTS, "", **draft)
    assert [(mark.field, mark.start, mark.end) for mark in found.marks] == [where]
    assert found.severity == "warning"


def test_a_mark_says_which_attachment_it_is_in() -> None:
    given = (Attachment(kind="image", alt="none"), Attachment(kind="image", alt="patient"))
    (found,) = findings(Existence(terms=("patients",), places=("alt",)), LISTS, "", attachments=given)
    assert [mark.item for mark in found.marks] == [1]


def test_an_author_is_read_though_nothing_there_can_be_marked() -> None:
    condition = Existence(terms=("patients",), places=("reply-author",))
    (found,) = findings(condition, LISTS, "x", reply_to=Reply(author="Patient Group", text=""))
    assert found.marks == ()


def test_on_a_profile_the_post_is_the_bio_and_is_marked_as_the_text() -> None:
    condition = Existence(terms=("patients",), places=("bio", "post"))
    (found,) = findings(condition, LISTS, "patient", surface="profile", account=Account(bio="patient"))
    assert [mark.field for mark in found.marks] == ["text"]
    (found,) = findings(condition, LISTS, "", surface="profile", account=Account(bio="patient"))
    assert [mark.field for mark in found.marks] == ["account.bio"]


def test_a_bare_repost_has_no_words_of_its_own() -> None:
    draft = Draft(text="patient", surface="share", reply_to=Reply(text="patient"))
    assert findings(PATIENTS, LISTS, draft.text, surface="share", reply_to=draft.reply_to) == ()
    assert findings(PATIENTS, LISTS, "my patient", surface="share", reply_to=draft.reply_to)
