from __future__ import annotations

import pytest

from helper.engine.entities.finding import between, found


@pytest.mark.parametrize(
    "sentence",
    [
        "see ⟦https://example.org/a?b=c⟧.",
        "⟦www.leeds.ac.uk⟧",
        "no link.At all",
    ],
)
def test_links(sentence: str) -> None:
    text, wanted = between(sentence)
    assert found("url", text) == wanted
