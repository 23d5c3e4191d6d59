"""The fixes of a topic, as rule files write them."""

from __future__ import annotations

import re

from postil.model.topic import FixSpec
from postil.rulebook.shape.forms import As, ByForm, OneOf
from postil.rulebook.shape.keys import Key, Keys
from postil.rulebook.shape.plain import Choice, Text, Written
from postil.rulebook.words import BOTH

_MINUTES = re.compile(r"([1-9]\d{0,3}) minutes?")


def read_minutes(text: str) -> int | None:
    """`20 minutes`."""
    match = _MINUTES.fullmatch(text)
    return int(match[1]) if match else None


MINUTES = Written(
    parse=read_minutes,
    pattern=r"^[1-9]\d{0,3} minutes?$",
    noun="length of time",
    hint="Write it like `20 minutes`.",
)

FIX: OneOf[FixSpec] = OneOf(
    "fix",
    {
        "remove": As(
            Choice("thing to remove", ("marks", "sentences")),
            lambda what: FixSpec(kind="remove", source="sentences" if what == "sentences" else None),
        ),
        "replace": ByForm(
            As(
                Choice("way to rewrite", ("camel-case", "plain-letters", "sentence-case")),
                lambda rewrite: FixSpec(kind="replace", rewrite=rewrite),
            ),
            Keys(
                "A `replace`",
                lambda text: FixSpec(kind="replace", text=text),
                {"text": Key(Text(empty=True), needed=True)},
            ),
        ),
        "append": Keys(
            "An `append`",
            lambda source: FixSpec(kind="append", source=source),
            {"from": Key(Choice("wording", ("policy.disclaimer",)), needed=True, name="source")},
        ),
        "confirm": Keys(
            "A `confirm`",
            lambda statement, source=None: FixSpec(kind="confirm", statement=statement, source=source),
            {
                "statement": Key(BOTH, needed=True),
                "form": Key(Choice("form", ("policy.consent-form",)), name="source"),
            },
        ),
        "hold": As(MINUTES, lambda minutes: FixSpec(kind="hold", minutes=minutes)),
        "strip": As(Choice("thing in a file", ("place",)), lambda _: FixSpec(kind="strip")),
    },
)
"""What one press can do, by its one key."""
