"""`proximity`."""

from __future__ import annotations

import pytest

from helper.engine.builders import findings, marked, terms
from postil.model.condition import Proximity, Side, Unless, Window
from postil.model.draft import Reply

LISTS = [terms("who", "patient"), terms("what", "heart", "bed <n>"), terms("negations", "no")]


def near(words: int | None = 3, side: Side = "either", **given: object) -> Proximity:
    keys: dict[str, object] = {"within": Window(words=words)} | given
    return Proximity(terms=("who",), near=("what",), side=side, **keys)  # type: ignore[arg-type]  # as given


@pytest.mark.parametrize(
    ("condition", "text", "found"),
    [
        (near(), "patient in bed 4B", ["patient", "bed 4B"]),
        (near(), "patient one two three heart", ["patient", "heart"]),
        (near(), "patient one two three four heart", None),
        (near(), "patient. Heart", None),
        (near(side="after"), "heart patient", None),
        (near(side="before"), "heart patient", ["heart", "patient"]),
        (near(within=Window(words=3, scope="post")), "patient. Heart", ["patient", "Heart"]),
        (near(within=Window(scope="sentence")), "patient a b c d e f g heart", ["patient", "heart"]),
        (near(within=Window(scope="paragraph")), "patient. Heart\n\nheart", ["patient", "Heart"]),
        (near(within=Window(scope="post")), "patient. Heart\n\nheart", ["patient", "Heart", "heart"]),
        (near(quoted=False), 'heart "patient"', None),
        (near(unless=(Unless(terms="negations", within=Window(words=0)),)), "heart, no patient, patient", ["heart", "patient"]),
    ],
)  # fmt: skip
def test_within_reach(condition: Proximity, text: str, found: list[str] | None) -> None:
    assert marked(condition, LISTS, text) == found


def test_the_two_may_not_overlap() -> None:
    lists = [terms("who", "heart patient"), terms("what", "heart", "patient")]
    assert marked(near(), lists, "heart patient") is None
    assert marked(near(), lists, "heart patient heart") == ["heart patient", "heart"]


def test_matches_of_two_places_are_never_near() -> None:
    condition = near(places=("post", "reply"))
    assert findings(condition, LISTS, "patient", reply_to=Reply(text="heart")) == ()
    assert findings(condition, LISTS, "", reply_to=Reply(text="heart patient"))
