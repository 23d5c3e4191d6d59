from __future__ import annotations

from pathlib import Path

from postil.model.policy import Rulebook
from postil.rulebook.load import load


def write(folder: Path, **files: str) -> Path:
    """A rules folder with these files; `terms__x="..."` is `terms/x.yaml`."""
    for kind in ("terms", "topics", "policies"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        kind, _, stem = name.partition("__")
        (folder / kind / f"{stem.replace('_', '-')}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_an_empty_folder_is_an_empty_rulebook(tmp_path: Path) -> None:
    assert load(write(tmp_path)) == Rulebook(terms={}, topics={}, policies={})


def test_a_missing_folder_is_a_problem(tmp_path: Path) -> None:
    problems = load(tmp_path)
    assert not isinstance(problems, Rulebook)
    assert [problem.sentence for problem in problems] == [
        "There is no folder `policies` here.",
        "There is no folder `terms` here.",
        "There is no folder `topics` here.",
    ]


def test_all_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    problems = load(
        write(
            tmp_path,
            terms__a="terms: a\nabout: A.\nen: [@x, off]\n",
            terms__b="terms: b\nabuot: B.\nen: [one]\n",
        )
    )
    assert not isinstance(problems, Rulebook)
    places = [(problem.file.name, problem.line, problem.column) for problem in problems]
    assert places == [("a.yaml", 3, 6), ("a.yaml", 3, 10), ("b.yaml", 1, 1), ("b.yaml", 2, 1)]


def test_a_file_that_cannot_be_opened_is_a_problem(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "terms" / "a.yaml").mkdir()
    problems = load(folder)
    assert not isinstance(problems, Rulebook)
    assert [problem.file.name for problem in problems] == ["a.yaml"]
