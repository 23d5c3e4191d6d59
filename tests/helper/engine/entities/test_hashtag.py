from __future__ import annotations

import pytest

from helper.engine.entities.finding import between, found


@pytest.mark.parametrize(
    "sentence",
    [
        "⟦#LeedsOpenDay⟧ is here ⟦#fun⟧",
        "room #4",
        "no tag",
    ],
)
def test_hashtags(sentence: str) -> None:
    text, wanted = between(sentence)
    assert found("hashtag", text) == wanted
