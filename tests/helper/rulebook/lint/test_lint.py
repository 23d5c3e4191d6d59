from __future__ import annotations

import inspect
from pathlib import Path

from postil.rulebook.lint import LOOKS, lint, spoken, terms, unused
from postil.rulebook.load import open_shelf


def test_the_sample_is_nearly_in_style(sample: Path) -> None:
    assert [one.sentence for one in lint(open_shelf(sample))] == [
        "Twice in this list: `patiënt*` (first in line 4).",
    ]


def test_findings_come_by_file_and_line(sample: Path) -> None:
    (sample / "terms" / "a.yaml").write_text("terms: a\nabout: A.\nen: [ab, xy]\n", encoding="utf-8")
    places = [(one.file.name, one.line, one.column) for one in lint(open_shelf(sample))]
    assert places == sorted(places)
    assert len(places) > 2


def test_every_look_is_in_the_table() -> None:
    public = {
        look
        for module in (terms, unused, spoken)
        for name, look in inspect.getmembers(module, inspect.isfunction)
        if look.__module__ == module.__name__ and not name.startswith("_")
    }
    assert public == set(LOOKS)
