from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from postil.rulebook.lint import terms
from postil.rulebook.load import open_shelf
from postil.rulebook.problems import Problem
from postil.rulebook.shelf import Shelf

Look = Callable[[Shelf], Iterator[Problem]]


@pytest.mark.parametrize(
    ("look", "columns", "sentences"),
    [
        (terms.twice, "en: [app, App]", ["`App` stands in line 3 already."]),
        (terms.twice, "en: [app]\nnl: [app]", ["`app` stands in line 3 already."]),
        (terms.twice, "en: [OK, ok, '=Ok']", []),
        (
            terms.covered,
            "en: [patient*, patients, impatient]",
            ["`patients` is found by `patient*` already."],
        ),
        (terms.covered, "en: [pati*, patient*]", ["`patient*` is found by `pati*` already."]),
        (terms.covered, "en: [patient*]\nnl: [patiënten]\nambiguous: {nl: [patiënten]}", []),
        (
            terms.short_stems,
            "en: [pat*, pati*, 'a pat* x']",
            ["`pat*` finds every word that starts with these 3 letters."],
        ),
        (terms.short_words, "en: [ic, IC, ill]", ["`ic` is very short and will be found often."]),
        (terms.one_language, "en: [a]", ["This list has English terms and no Dutch ones."]),
        (terms.one_language, "any: [a]", []),
        (terms.one_language, "en: [a]\nnl: [b]", []),
    ],
)
def test_the_style_of_terms(tmp_path: Path, look: Look, columns: str, sentences: list[str]) -> None:
    (tmp_path / "terms").mkdir()
    (tmp_path / "terms" / "t.yaml").write_text(f"terms: t\nabout: A.\n{columns}\n", encoding="utf-8")
    assert [one.sentence for one in look(open_shelf(tmp_path))] == sentences
