from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from postil.rulebook.shape.keys import Key, Keys
from postil.rulebook.shape.plain import Text, Whole
from postil.rulebook.shape.sheet import Shape
from postil.rulebook.shelf import Entry

Read = Callable[[Shape[Any], str], Entry]
THING: Keys[dict[str, Any]] = Keys(
    "A thing",
    dict,
    {"name": Key(Text(), needed=True), "how-many": Key(Whole()), "of": Key(Text(), name="kind")},
)


def test_keys_become_names(read: Read) -> None:
    entry = read(THING, "{name: pen, how-many: 3, of: ink}")
    assert entry.value == {"name": "pen", "how_many": 3, "kind": "ink"}


def test_what_is_left_out_is_not_handed_on(read: Read) -> None:
    assert read(THING, "name: pen").value == {"name": "pen"}


@pytest.mark.parametrize(
    ("text", "sentence", "hint"),
    [
        ("how-many: 3", "A thing needs `name`.", "Add `name:`."),
        ("{name: pen, how_many: 3}", "A thing has no key `how_many`.", "Did you mean `how-many`?"),
        ("{name: pen, name: ink}", "`name` stands here twice.", "Take one out; the other is in line 1."),
        (
            "[name]",
            "A thing should stand here, as `key: value`.",
            "Write the keys below, indented; or in `{...}`.",
        ),
        ("? [a]\n: b\nname: c", "A key should be a plain word.", "Write `key: value`."),
        (
            "{name: pen, ink, how-many: 3}",
            "`ink` stands alone: a comma in unquoted text starts a new key.",
            "Put the whole text before it in quotation marks, comma and all.",
        ),
    ],
)
def test_what_does_not_fit_is_said(read: Read, text: str, sentence: str, hint: str) -> None:
    assert [(one.sentence, one.hint) for one in read(THING, text).sheet.problems] == [(sentence, hint)]


def test_all_that_is_wrong_is_said_at_once(read: Read) -> None:
    assert len(read(THING, "{how-many: x, of: [], nmae: pen}").sheet.problems) == 4


def test_values_can_be_looked_at_together(read: Read) -> None:
    shape: Keys[dict[str, Any]] = Keys(
        "A thing",
        dict,
        {"name": Key(Text())},
        lambda found, node, sheet: sheet.note(node, f"No {found['name']}s.", "H."),
    )
    entry = read(shape, "name: pen")
    assert entry.value is None
    assert [one.sentence for one in entry.sheet.problems] == ["No pens."]


def test_the_schema_is_closed() -> None:
    schema = THING.schema()
    assert schema["additionalProperties"] is False
    assert schema["required"] == ["name"]
