"""What authors do wrong, and what they read then: every file in `mistakes` is one edit of the sample."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from postil.model.policy import Rulebook
from postil.rulebook.load import load
from postil.rulebook.problems import render

HERE = Path(__file__).parent
MISTAKES = sorted((HERE / "mistakes").glob("*.txt"))


def test_the_sample_itself_is_well() -> None:
    assert isinstance(load(HERE / "sample"), Rulebook)


def test_there_are_thirty_and_more() -> None:
    assert len(MISTAKES) >= 30


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda path: path.stem)
def test_a_mistake_is_shown_where_it_stands_with_what_to_do(
    mistake: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, _, rest = mistake.read_text(encoding="utf-8").partition("\n--- in place of\n")
    before, _, rest = rest.partition("\n--- somebody writes\n")
    after, _, reads = rest.partition("\n--- and reads\n")
    folder = tmp_path / "rules"
    shutil.copytree(HERE / "sample", folder)
    ring = "terms: ring\nabout: Half of a ring.\nen: ['{case-details} here']\n"
    (folder / "terms" / "ring.yaml").write_text(ring, encoding="utf-8")
    text = (folder / file).read_text(encoding="utf-8")
    assert before in text
    (folder / file).write_text(text.replace(before, after, 1), encoding="utf-8")
    monkeypatch.chdir(folder)
    problems = load(folder)
    assert not isinstance(problems, Rulebook)
    assert "\n\n".join(render(problem) for problem in problems) + "\n" == reads
