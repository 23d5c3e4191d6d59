"""`audience`, which a page may not show."""

from __future__ import annotations

from helper.engine.builders import findings, terms
from postil.model.condition import All, AudienceIs, Existence

CONDITION = All((Existence(terms=("a",)), AudienceIs(audience="group")))
LISTS = [terms("a", "secret")]


def test_known_audiences() -> None:
    assert findings(CONDITION, LISTS, "secret", audience="group")[0].severity == "warning"
    assert findings(CONDITION, LISTS, "secret", audience="public") == ()


def test_an_unknown_audience_needs_words_to_speak() -> None:
    (found,) = findings(CONDITION, LISTS, "secret")
    assert (found.severity, found.unknown) == ("suggestion", ("audience",))
    assert findings(AudienceIs(audience="group"), LISTS, "secret") == ()


def test_every_closed_circle_is_a_group() -> None:
    for audience in ("friends", "followers", "private"):
        assert findings(CONDITION, LISTS, "secret", audience=audience)
