from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from postil.rulebook.lint import unused
from postil.rulebook.load import open_shelf

Edit = Callable[[str, str, str], Path]


def test_the_sample_uses_all_it_has(sample: Path) -> None:
    shelf = open_shelf(sample)
    looks = (unused.lists, unused.topics, unused.clauses, unused.contacts)
    assert [one.sentence for look in looks for one in look(shelf)] == []


def test_a_list_that_nobody_names(edit: Edit) -> None:
    folder = edit("topics/patient-privacy", "near: case-details", "near: patients")
    assert [one.file.name for one in unused.lists(open_shelf(folder))] == ["case-details.yaml"]


def test_a_list_that_another_names(edit: Edit) -> None:
    edit("topics/patient-privacy", "near: case-details", "near: patients")
    folder = edit("terms/patients", "inpatient*", '"{case-details} patient"')
    assert not list(unused.lists(open_shelf(folder)))


def test_a_topic_that_no_clause_names(edit: Edit) -> None:
    folder = edit("policies/leeds", "topic: advice", "topic: patient-privacy")
    assert [one.file.name for one in unused.topics(open_shelf(folder))] == ["advice.yaml"]


def test_a_clause_that_never_speaks(edit: Edit) -> None:
    folder = edit("topics/patient-privacy", "status: active", "status: draft")
    assert [(one.line, one.column) for one in unused.clauses(open_shelf(folder))] == [(26, 14)]


def test_a_contact_that_nobody_can_reach(edit: Edit) -> None:
    folder = edit("policies/leeds", "    email: press@leeds.ac.uk\n", "")
    assert [one.sentence for one in unused.contacts(open_shelf(folder))] == ["Nobody can reach this contact."]
