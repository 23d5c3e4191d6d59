from __future__ import annotations

import pytest

from helper.engine.entities.finding import between, found


@pytest.mark.parametrize(
    "sentence",
    [
        "thanks ⟦@bob⟧ and @UniversityLeeds",
        "⟦@me@mastodon.example⟧",
        "mail a@b.nl",
        "nobody",
    ],
)
def test_handles_of_others(sentence: str) -> None:
    text, wanted = between(sentence)
    assert found("mention", text) == wanted
