"""The conditions of a topic, as rule files write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any as Anything
from typing import Literal, get_args

import yaml

from postil.model import condition as model
from postil.model.condition import Condition, Window
from postil.model.draft import AccountKind, AttachmentKind, Audience, Role, Surface
from postil.rulebook.shape.forms import As, ByForm, Named, OneOf
from postil.rulebook.shape.keys import Key, Keys
from postil.rulebook.shape.lists import ListOf, Several
from postil.rulebook.shape.plain import Choice, Figure, Text, Whole, Written, YesNo
from postil.rulebook.shape.sheet import Sheet

_KINDS = """
email phone bsn nhs-number iban student-number staff-number passport date-of-birth date age grade
credential password s-number url hashtag mention statistic amount postcode address number name
"""
ENTITIES = tuple(_KINDS.split())
"""The kinds of entity that a rule can name."""

LIST = Text(mention="terms", about="The id of a term list.")
LISTS = Several(LIST)
_WINDOW = re.compile(r"(?P<words>[1-9]\d{0,2}) words?(?P<across> across)?|(?P<scope>sentence|paragraph|post)")


def read_window(text: str) -> Window | None:
    """`8 words`, `8 words across`, `sentence`, `paragraph` or `post`."""
    match = _WINDOW.fullmatch(text)
    if match is None:
        return None
    if match["words"]:
        return Window(words=int(match["words"]), scope="post" if match["across"] else "sentence")
    scopes: Mapping[str, Literal["sentence", "paragraph", "post"]]
    scopes = {"sentence": "sentence", "paragraph": "paragraph", "post": "post"}
    return Window(scope=scopes[match["scope"]])


WITHIN = Written(
    parse=read_window,
    pattern="^(?:[1-9][0-9]{0,2} words?(?: across)?|sentence|paragraph|post)$",
    noun="distance",
    hint="Write `8 words`, `8 words across`, `sentence`, `paragraph` or `post`.",
)
SIDE = Choice("side", get_args(model.Side))
PLACES = Several(Choice("place", get_args(model.Place)))
UNLESS = Several(
    Keys(
        "An `unless`",
        model.Unless,
        {"terms": Key(LIST, needed=True), "within": Key(WITHIN, needed=True), "side": Key(SIDE)},
    )
)
_FINDS: dict[str, Key[Anything]] = {
    "in": Key(PLACES, name="places"),
    "owner": Key(Choice("owner", ("mine",))),
    "quoted": Key(YesNo()),
    "unless": Key(UNLESS),
}


def _bounded(found: dict[str, Anything], node: yaml.Node, sheet: Sheet) -> None:
    """`at-least` may not lie above `at-most`; a measure needs one of them."""
    least, most = found.get("at_least"), found.get("at_most")
    if least is not None and most is not None and least > most:
        sheet.note(node, "`at-least` lies above `at-most`.", "Swap the two.", width=1)


def _measured(found: dict[str, Anything], node: yaml.Node, sheet: Sheet) -> None:
    if "at_least" not in found and "at_most" not in found:
        sheet.note(node, "A `measure` needs a bound.", "Add `at-least:` or `at-most:`.", width=1)
    _bounded(found, node, sheet)


def _near(found: dict[str, Anything], node: yaml.Node, sheet: Sheet) -> None:
    if "within" in found and "near" not in found:
        sheet.note(
            node, "`within` says how near, but `near` is missing.", "Add `near:` with a term list.", width=1
        )


EXISTENCE = Keys(
    "An `existence`",
    model.Existence,
    {"terms": Key(LISTS, needed=True), **_FINDS, "marks": Key(YesNo())},
)
ABSENCE = Keys("An `absence`", model.Absence, {"terms": Key(LISTS, needed=True), "in": _FINDS["in"]})
OCCURRENCE = Keys(
    "An `occurrence`",
    model.Occurrence,
    {"terms": Key(LISTS, needed=True), "at-least": Key(Whole()), "at-most": Key(Whole()), "in": _FINDS["in"]},
    _bounded,
)
PROXIMITY = Keys(
    "A `proximity`",
    model.Proximity,
    {
        "terms": Key(LISTS, needed=True),
        "near": Key(LISTS, needed=True),
        "within": Key(WITHIN, needed=True),
        "side": Key(SIDE),
        **_FINDS,
    },
)
KINDS = Several(Choice("entity", ENTITIES))
ENTITY: ByForm[model.EntityIs] = ByForm(
    As(KINDS, lambda kinds: model.EntityIs(kinds=kinds)),
    Keys(
        "An `entity`",
        model.EntityIs,
        {
            "kind": Key(KINDS, needed=True, name="kinds"),
            "near": Key(LISTS),
            "within": Key(WITHIN),
            "unless": Key(UNLESS),
            "in": _FINDS["in"],
            "at-least": Key(Whole(least=1)),
        },
        _near,
    ),
)
FACES: ByForm[Anything] = ByForm(
    Choice("value of `faces`", ("some", "none")),
    Keys("A number of `faces`", lambda at_least: at_least, {"at-least": Key(Whole(least=1), needed=True)}),
)
ATTACHMENT = Keys(
    "An `attachment`",
    model.AttachmentIs,
    {
        "kind": Key(Several(Choice("kind of attachment", get_args(AttachmentKind))), name="kinds"),
        "at-least": Key(Whole(least=1)),
        "faces": Key(FACES),
        "alt": Key(Choice("value of `alt`", ("missing", "present"))),
        "place": Key(YesNo()),
        "named": Key(LISTS),
        "shows": Key(LISTS),
    },
)
MEASURE = Keys(
    "A `measure`",
    model.Measure,
    {
        "of": Key(
            Choice("measure", ("capitals", "capital-words", "exclamations", "emoji-run", "styled", "words")),
            needed=True,
        ),
        "at-least": Key(Figure()),
        "at-most": Key(Figure()),
        "letters": Key(Whole()),
    },
    _measured,
)
WOULD_FLAG = Keys(
    "A `would-flag`",
    model.WouldFlag,
    {
        "severity": Key(Choice("severity", ("warning", "suggestion"))),
        "topics": Key(Several(Text(mention="topic"))),
    },
)


CONDITION: Named[Condition] = Named("condition", lambda: _CONDITION)
"""A condition of any kind."""

_CONDITION: OneOf[Condition] = OneOf(
    "condition",
    {
        "existence": EXISTENCE,
        "absence": ABSENCE,
        "occurrence": OCCURRENCE,
        "proximity": PROXIMITY,
        "entity": ENTITY,
        "attachment": ATTACHMENT,
        "measure": MEASURE,
        "account": As(Choice("account", get_args(AccountKind)), lambda kind: model.AccountIs(kind=kind)),
        "who": As(Choice("role", get_args(Role)), lambda role: model.WhoIs(role=role)),
        "surface": As(Choice("surface", get_args(Surface)), lambda surface: model.SurfaceIs(surface=surface)),
        "audience": As(Choice("audience", get_args(Audience)), lambda whom: model.AudienceIs(audience=whom)),
        "schedule": As(Choice("schedule", ("working-hours",)), lambda within: model.Schedule(within=within)),
        "reply": As(YesNo(), lambda present: model.ReplyIs(present=present)),
        "would-flag": WOULD_FLAG,
        "all": As(ListOf(CONDITION, least=1), model.All),
        "any": As(ListOf(CONDITION, least=1), model.Any),
        "not": As(CONDITION, model.Not),
    },
)
