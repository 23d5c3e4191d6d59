"""The table of editors, browsers and deeds, written to `build/matrix.txt` as the journeys end."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from journey.world import ROOT

OUT = ROOT / "build" / "matrix.txt"
DEEDS = ("read", "underline", "replace", "append", "remove", "undo", "click", "key", "modal")
"""What is done in every editor. `click` and `key`: asked before posting; `modal`: inside one that traps the focus."""

FILES = ("typing", "posting", "mending")
"""The journeys that are the same on every page."""

MARK = "deed(name, ...): the deeds of the matrix that a test is about; one of " + ", ".join(DEEDS)

Cell = tuple[str, str, str]
"""Page, browser, deed."""


class Matrix:
    """Gathers how each cell went. Under xdist the workers' results come to the process that writes."""

    def __init__(self, config: pytest.Config) -> None:
        self._writes = not hasattr(config, "workerinput")
        self._cells: dict[Cell, str] = {}
        self._reasons: dict[str, str] = {}
        config.addinivalue_line("markers", MARK)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Write on the test's report which cells it fills."""
        deeds = [deed for mark in item.iter_markers("deed") for deed in mark.args]
        assert set(deeds) <= set(DEEDS), f"{item.name}: no such deed among {deeds}"
        if deeds and isinstance(item, pytest.Function):
            params = item.callspec.params
            item.user_properties.append(
                ("cells", [getattr(params["scene"], "name", ""), params["browser"], deeds])
            )

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take down how a test went."""
        facts = dict(report.user_properties)
        walked_again = str(report.outcome) == "rerun"  # another report follows
        if "cells" not in facts or walked_again or (report.when != "call" and report.passed):
            return
        cells = facts["cells"]
        assert isinstance(cells, list)
        page, browser, deeds = cells
        for deed in deeds:
            self._take((page, browser, deed), report, facts.get("cannot"))

    def _take(self, cell: Cell, report: pytest.TestReport, cannot: object) -> None:
        if report.failed:
            self._cells[cell] = "FAILED"
        elif cannot is not None:
            number = self._reasons.setdefault(str(cannot), f"cannot ({len(self._reasons) + 1})")
            self._cells.setdefault(cell, number)
        elif self._cells.get(cell) != "FAILED":
            self._cells[cell] = "passed"

    def pytest_sessionfinish(self) -> None:
        """Write the table, unless no cell was run."""
        if self._writes and self._cells:
            OUT.parent.mkdir(exist_ok=True)
            OUT.write_text("\n".join([*self._lines(), ""]))

    def _lines(self) -> Iterable[str]:
        rows = list(dict.fromkeys((page, browser) for page, browser, _ in sorted(self._cells)))
        yield "".join(name.ljust(width) for name, width in [("page", 19), ("browser", 10)]) + _row(DEEDS)
        for page, browser in rows:
            found = [self._cells.get((page, browser, deed), "not run") for deed in DEEDS]
            yield page.ljust(19) + browser.ljust(10) + _row(found)
        for reason, number in self._reasons.items():
            yield f"{number}: {reason}"


def _row(cells: Iterable[str]) -> str:
    return "".join(cell.ljust(12) for cell in cells).rstrip()
