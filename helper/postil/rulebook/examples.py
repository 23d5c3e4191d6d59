"""The examples of a topic, as rule files write them: a draft that must be flagged or passed."""

from __future__ import annotations

from typing import Any, get_args

import yaml

from postil.model.draft import Account, AccountKind, Attachment, AttachmentKind, Audience, Draft, Reply, Role
from postil.model.topic import Example
from postil.rulebook.shape.keys import Key, Keys
from postil.rulebook.shape.lists import ListOf
from postil.rulebook.shape.plain import Choice, Text, Whole, YesNo
from postil.rulebook.shape.sheet import Sheet
from postil.rulebook.tongue import tongue
from postil.rulebook.words import HOURS, ID, SEVERITY, SURFACE, matching

_FREE = Text(empty=True)
_ROLE = Choice("role", get_args(Role))

WITH: Keys[dict[str, Any]] = Keys(
    "A `with`",
    dict,
    {
        "surface": Key(SURFACE),
        "role": Key(_ROLE),
        "site": Key(ID),
        "audience": Key(Choice("audience", get_args(Audience))),
        "time": Key(
            matching(
                r"\d{4}-\d\d-\d\dT\d\d:\d\d",
                "time",
                'Write it like "2026-11-24T10:15", with quotation marks.',
            )
        ),
        "working_hours": Key(HOURS),
        "account": Key(
            Keys(
                "An `account`",
                Account,
                {
                    "kind": Key(Choice("account", get_args(AccountKind))),
                    "name": Key(_FREE),
                    "handle": Key(_FREE),
                    "bio": Key(_FREE),
                },
            )
        ),
        "attachments": Key(
            ListOf(
                Keys(
                    "An attachment",
                    Attachment,
                    {
                        "kind": Key(Choice("kind of attachment", get_args(AttachmentKind)), needed=True),
                        "name": Key(_FREE),
                        "alt": Key(_FREE),
                        "faces": Key(Whole()),
                        "place": Key(YesNo()),
                    },
                )
            )
        ),
        "reply_to": Key(Keys("A `reply_to`", Reply, {"author": Key(_FREE), "text": Key(_FREE)})),
    },
)
"""Everything of a draft but its text, policy and language."""

_OF_FLAGS = ("marks", "fixed", "severity")


def _both_or_neither(found: dict[str, Any], node: yaml.Node, sheet: Sheet) -> None:
    """An example flags or passes; what a finding looks like belongs to those that flag."""
    if ("flag" in found) == ("pass" in found):
        sheet.note(
            node, "An example has either `flag:` or `pass:`.", "Write one of the two, with the text.", width=1
        )
    for key in _OF_FLAGS:
        if key in found and "flag" not in found:
            sheet.note(
                node, f"`{key}` belongs to an example that flags.", "Take it out, or write `flag:`.", width=1
            )


def _build(**found: Any) -> Example:  # noqa: ANN401 - each key has been read by its own shape
    """The example; its language is read off the text where the author does not say it."""
    text = found.get("flag", found.get("pass", ""))
    language = found.get("language")
    facts = found.get("with", {})
    draft = Draft(text=text, policy=found.get("policy"), language=language, **facts)
    return Example(
        draft=draft,
        flags="flag" in found,
        language=language or tongue(text or _second_text(draft)),
        marks=found.get("marks"),
        fixed=found.get("fixed"),
        severity=found.get("severity"),
        why=found.get("why"),
    )


def _second_text(draft: Draft) -> str:
    """Where the post is empty, what else tells its language."""
    parts = [draft.account.bio, draft.reply_to.text if draft.reply_to else None]
    parts += [attachment.alt for attachment in draft.attachments or ()]
    return " ".join(part for part in parts if part)


EXAMPLE = Keys(
    "An example",
    _build,
    {
        "flag": Key(_FREE),
        "pass": Key(_FREE),
        "with": Key(WITH),
        "policy": Key(Text(mention="policy")),
        "language": Key(matching("[a-z]{2}", "language", "Write its code of two letters, like `nl`.")),
        "marks": Key(ListOf(Text())),
        "fixed": Key(_FREE),
        "severity": Key(SEVERITY),
        "why": Key(Text()),
    },
    _both_or_neither,
)
