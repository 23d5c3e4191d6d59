"""In which languages the rules have words."""

from __future__ import annotations

import pytest

from helper.engine.builders import case, terms, topic
from postil.engine.spoken import Spoken
from postil.model.condition import (
    Absence,
    All,
    Any,
    Condition,
    EntityIs,
    Existence,
    Measure,
    Not,
    Occurrence,
    Proximity,
    Window,
)

LISTS = {
    one.id: one
    for one in (
        terms("both", "a", nl=["b"]),
        terms("dutch", nl=["b"]),
        terms("emoji", anywhere=["🔪"]),
        terms("all-of-them", anywhere=["{both}", "{emoji}"]),
        terms("around", anywhere=["{there}"]),
        terms("there", anywhere=["{around}"]),
    )
}
BOTH, DUTCH, EMOJI = (Existence(terms=(name,)) for name in ("both", "dutch", "emoji"))
LOUD = Measure(of="exclamations", at_least=2)


@pytest.mark.parametrize(
    ("condition", "languages"),
    [
        (BOTH, frozenset({"en", "nl"})),
        (EMOJI, None),
        (LOUD, None),
        (Existence(terms=("own-names",)), None),
        (Existence(terms=("all-of-them",)), frozenset({"en", "nl"})),
        (Existence(terms=("around",)), None),
        (Existence(terms=("dutch", "both")), frozenset({"en", "nl"})),
        (Occurrence(terms=("dutch",), at_least=2), frozenset({"nl"})),
        (All((BOTH, DUTCH, LOUD)), frozenset({"nl"})),
        (Any((BOTH, DUTCH)), frozenset({"en", "nl"})),
        (Any((LOUD, DUTCH)), frozenset({"nl"})),
        (Proximity(terms=("both",), near=("dutch",), within=Window()), frozenset({"nl"})),
        (EntityIs(kinds=("bsn",), near=("dutch",)), frozenset({"nl"})),
        (EntityIs(kinds=("iban",)), None),
        (Absence(terms=("dutch",)), None),
        (All((BOTH, Not(DUTCH))), frozenset({"en", "nl"})),
        (All((BOTH, Not(Absence(terms=("dutch",))))), frozenset({"nl"})),
    ],
)
def test_what_a_condition_needs(condition: Condition, languages: frozenset[str] | None) -> None:
    assert Spoken(LISTS).of_all([topic("t", condition)]) == languages


def test_one_case_that_can_speak_is_enough_and_every_topic_has_to() -> None:
    spoken = Spoken(LISTS)
    either = topic("t", case(DUTCH, name="one"), case(BOTH, name="other"))
    assert spoken.of_all([either]) == frozenset({"en", "nl"})
    assert spoken.of_all([either, topic("u", DUTCH), topic("v", LOUD)]) == frozenset({"nl"})
    assert spoken.of_all([]) is None
