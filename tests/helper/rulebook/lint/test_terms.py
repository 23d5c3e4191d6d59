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
        (terms.twice, "en: [app, App]", ["Twice in this list: `App` (first in line 3)."]),
        (terms.twice, "en: [app, b]\nnl: [app, b]", ["Twice in this list: `app`, `b` (first in line 3)."]),
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
        (
            terms.short_words,
            "en: [ic, IC, ill, me]\nfr: [ne]",
            ["`ic` is very short and will be found often."],
        ),
        (
            terms.dropped_signs,
            "en: ['work (at|@) home', '@the_u', '# me', '<@> and <#>', 'me@home', 'to @the_u', '#one', '@<Name>']",
            [
                "The `@` in `work (at|@) home` is passed over, as punctuation is.",
                "The `#` in `# me` is passed over, as punctuation is.",
                "The `@` in `@<Name>` is passed over, as punctuation is.",
            ],
        ),
        (terms.one_language, "en: [a]", ["This list has English terms and no Dutch ones."]),
        (terms.one_language, "any: [a]", []),
        (terms.one_language, "en: [a]\nnl: [b]", []),
    ],
)
def test_the_style_of_terms(tmp_path: Path, look: Look, columns: str, sentences: list[str]) -> None:
    (tmp_path / "terms").mkdir()
    (tmp_path / "terms" / "t.yaml").write_text(f"terms: t\nabout: A.\n{columns}\n", encoding="utf-8")
    assert [one.sentence for one in look(open_shelf(tmp_path))] == sentences


def test_a_list_of_the_engines_holds_small_words_in_every_language(tmp_path: Path) -> None:
    (tmp_path / "terms").mkdir()
    text = "terms: function-words\nabout: A.\nen: [de]\nnl: [de]\n"
    (tmp_path / "terms" / "function-words.yaml").write_text(text, encoding="utf-8")
    assert not list(terms.twice(open_shelf(tmp_path)))
