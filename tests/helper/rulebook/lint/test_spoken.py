from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from postil.rulebook.lint import spoken
from postil.rulebook.load import open_shelf

Edit = Callable[[str, str, str], Path]


@pytest.mark.parametrize(
    ("file", "before", "after", "sentence"),
    [
        (
            "topics/patient-privacy",
            "Medical confidentiality holds without a name too.",
            "long " * 40,
            "This message has 199 characters; a card holds 160.",
        ),
        ("topics/advice", "en: Good advice", "en: This is forbidden", "`forbidden` blames the reader."),
        (
            "topics/advice",
            "nl: Denk eerst na.",
            "nl: Dit is een overtreding.",
            "`overtreding` blames the reader.",
        ),
        ("policies/leeds", "nl: Wees aardig.", "nl: Schelden is verboden.", "`verboden` blames the reader."),
        (
            "topics/patient-privacy",
            "    why: patients in general\n",
            "",
            "This example does not say why it passes.",
        ),
    ],
)
def test_what_people_read(edit: Edit, file: str, before: str, after: str, sentence: str) -> None:
    shelf = open_shelf(edit(file, before, after))
    looks = (spoken.too_long, spoken.blame, spoken.reasons)
    assert [one.sentence for look in looks for one in look(shelf)] == [sentence]
