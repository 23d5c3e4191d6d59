"""`attachment`, three-valued. Unknown faces alone raise nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from helper.engine.builders import findings, terms
from postil.model.condition import All, AttachmentIs, Existence
from postil.model.draft import Attachment

LISTS = [terms("photo", "photo"), terms("people", "patient", "Sint")]
FACE = Attachment(kind="image", faces=2, alt="", name="IMG_1.jpg", place=False)
UNSEEN = Attachment(kind="image")


@pytest.mark.parametrize(
    ("condition", "attachments", "holds"),
    [
        (AttachmentIs(), (FACE,), True),
        (AttachmentIs(), (), False),
        (AttachmentIs(kinds=("video",)), (FACE,), False),
        (AttachmentIs(kinds=("video", "image"), at_least=2), (FACE, UNSEEN), True),
        (AttachmentIs(faces="some"), (FACE,), True),
        (AttachmentIs(faces="none"), (FACE,), False),
        (AttachmentIs(alt="missing"), (FACE,), True),
        (AttachmentIs(alt="present"), (FACE, Attachment(kind="image", alt="a")), True),
        (
            AttachmentIs(alt="present", faces="some"),
            (FACE, Attachment(kind="image", alt="a", faces=0)),
            False,
        ),
        (AttachmentIs(place=True), (FACE,), False),
        (AttachmentIs(place=False), (FACE,), True),
        (AttachmentIs(named=("people",)), (Attachment(kind="image", name="sint_wkz.jpg"),), True),
        (AttachmentIs(named=("people",)), (FACE,), False),
        (AttachmentIs(shows=("people",)), (Attachment(kind="image", alt="De Sint"),), True),
        (AttachmentIs(faces="some"), (UNSEEN,), False),
        (AttachmentIs(faces="some"), None, False),
        (AttachmentIs(alt="missing"), (UNSEEN,), False),
        (AttachmentIs(faces=2), (replace(FACE, faces=1),), False),
        (AttachmentIs(faces=2), (replace(FACE, faces=2),), True),
        (AttachmentIs(faces=2), (replace(FACE, faces=5),), True),
        (AttachmentIs(faces=2), (UNSEEN,), False),
    ],
)
def test_alone(condition: AttachmentIs, attachments: tuple[Attachment, ...] | None, *, holds: bool) -> None:
    assert bool(findings(condition, LISTS, "photo", attachments=attachments)) == holds


@pytest.mark.parametrize(
    ("condition", "attachments", "unknown"),
    [
        (AttachmentIs(faces="some"), (UNSEEN,), ("attachments.faces",)),
        (AttachmentIs(faces="some"), None, ("attachments",)),
        (AttachmentIs(alt="missing", place=True), (UNSEEN,), ("attachments.alt", "attachments.place")),
        (AttachmentIs(named=("people",)), (UNSEEN,), ("attachments.name",)),
        (AttachmentIs(shows=("people",)), (UNSEEN,), ("attachments.alt",)),
        (AttachmentIs(faces="some", at_least=2), (FACE, UNSEEN), ("attachments.faces",)),
    ],
)
def test_with_words_the_unknown_becomes_a_suggestion(
    condition: AttachmentIs, attachments: tuple[Attachment, ...] | None, unknown: tuple[str, ...]
) -> None:
    both = All((Existence(terms=("photo",)), condition))
    (found,) = findings(both, LISTS, "a photo", attachments=attachments)
    assert (found.severity, found.unknown) == ("suggestion", unknown)


def test_known_faces_outweigh_unknown_ones() -> None:
    both = All((Existence(terms=("photo",)), AttachmentIs(faces="some")))
    (found,) = findings(both, LISTS, "a photo", attachments=(UNSEEN, FACE))
    assert (found.severity, found.unknown) == ("warning", ())


def test_words_in_the_name_and_the_alt_text_are_marked() -> None:
    given = (FACE, Attachment(kind="image", name="PatientFoto.png", alt="Sint"))
    condition = AttachmentIs(named=("people",), shows=("people",))
    (found,) = findings(condition, LISTS, "", attachments=given)
    assert [(mark.field, mark.item, mark.start, mark.end) for mark in found.marks] == [
        ("attachments.alt", 1, 0, 4),
        ("attachments.name", 1, 0, 7),
    ]
