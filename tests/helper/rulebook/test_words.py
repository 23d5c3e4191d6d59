from __future__ import annotations

import pytest

from postil.rulebook.shape.plain import Written
from postil.rulebook.words import EMAIL, HOURS, ID, WEB, severity_rank


@pytest.mark.parametrize(
    ("shape", "good", "bad"),
    [
        (ID, "patient-privacy", "Patient privacy"),
        (ID, "a1", "-a"),
        (EMAIL, "press@leeds.ac.uk", "press at leeds"),
        (WEB, "https://leeds.ac.uk/x", "http://leeds.ac.uk"),
        (WEB, "mailto:press@leeds.ac.uk", "leeds.ac.uk"),
        (HOURS, "Mon-Fri 09:00-17:00", "Mon-Fri 9-17"),
        (HOURS, "Sat 09:00-12:30", "Sat 09:00-24:30"),
    ],
)
def test_texts_in_a_form_of_their_own(shape: Written[str], good: str, bad: str) -> None:
    parse = shape.parse
    assert parse(good) == good
    assert parse(bad) is None
    assert parse(f"{good}\n") is None


def test_severities_run_from_quiet_to_loud() -> None:
    assert severity_rank("note") < severity_rank("suggestion") < severity_rank("warning")
