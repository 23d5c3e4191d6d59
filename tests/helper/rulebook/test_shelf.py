from __future__ import annotations

from pathlib import Path

from postil.rulebook.load import open_shelf


def test_a_shelf_holds_every_file(sample: Path) -> None:
    shelf = open_shelf(sample)
    assert sorted(name for name, _ in shelf.entries()) == [
        "advice",
        "case-details",
        "denials",
        "leeds",
        "own-illness",
        "patient-privacy",
        "patients",
    ]
    assert not list(shelf.problems())
    assert {one.id for one in shelf.each_list()} >= {"patients", "own-handles"}


def test_files_can_be_left_out(sample: Path) -> None:
    shelf = open_shelf(sample).without({sample / "terms" / "patients.yaml"})
    assert "patients" not in shelf.rulebook().terms
    assert "denials" in shelf.rulebook().terms


def test_what_could_not_be_read_is_no_rule(sample: Path) -> None:
    (sample / "topics" / "advice.yaml").write_text("topic: [", encoding="utf-8")
    shelf = open_shelf(sample)
    assert [topic.id for _, topic in shelf.each_topic()] == ["patient-privacy"]
    assert [problem.file.name for problem in shelf.problems()] == ["advice.yaml"]
