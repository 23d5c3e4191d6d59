from __future__ import annotations

import pytest

from postil.model.draft import Draft
from postil.model.topic import Example
from postil.rulebook.proof.bench import Outcome
from postil.rulebook.proof.play import failures

FOUND = Outcome("warning", ("one", "two"), "after")


def example(*, flags: bool, **more: object) -> Example:
    return Example(draft=Draft(text="one two"), flags=flags, language="en", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "outcome", "sentences"),
    [
        (example(flags=True), FOUND, []),
        (example(flags=False), None, []),
        (example(flags=True), None, ["This should be flagged, and passes."]),
        (example(flags=False), FOUND, ['This should pass, and is flagged as a warning: "one", "two".']),
        (example(flags=True, marks=("one", "two"), fixed="after", severity="warning"), FOUND, []),
        (example(flags=True, severity="note"), FOUND, ["This is a warning, not a note."]),
        (example(flags=True, marks=()), FOUND, ['Marked here: "one", "two"; expected: nothing.']),
        (example(flags=True, fixed="before"), FOUND, ["After the fix it reads: 'after'."]),
    ],
)
def test_whatever_differs_is_said(one: Example, outcome: Outcome | None, sentences: list[str]) -> None:
    assert [sentence for sentence, _ in failures(one, outcome)] == sentences
