"""Quotation marks."""

from __future__ import annotations

import pytest

from postil.engine.fold import scan
from postil.engine.quotes import find


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('hij zei "nee" en "ja"', ["nee", "ja"]),
        ("„nee” of «ja» of “ho”", ["nee", "ja", "ho"]),
        ("ze zei ‘nooit’ weer", ["nooit"]),
        ("'s ochtends, 't is m'n foto's", []),
        ("don't say 'it's fine' now", ["it's fine"]),
        ('nooit gesloten "zin', []),
        ('een "\n\nparagraaf" verder', []),
        ("5'10\" tall", []),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in find(scan(text))] == quoted
