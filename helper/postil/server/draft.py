"""Reads a draft from its JSON: every key known by name, every value of its kind, once, at the door."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from typing import get_args

from postil.model.draft import (
    Account,
    AccountKind,
    Attachment,
    AttachmentKind,
    Audience,
    Draft,
    Reply,
    Role,
    Surface,
)
from postil.server.shape import (
    WireError,
    read_choice,
    read_count,
    read_like,
    read_list,
    read_object,
    read_string,
    read_truth,
)

_KEYS = frozenset(Draft.__slots__)
_ACCOUNT = frozenset(Account.__slots__)
_ATTACHMENT = frozenset(Attachment.__slots__)
_REPLY = frozenset(Reply.__slots__)

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_TIME = re.compile(r"[12]\d{3}-(?:0[1-9]|1[0-2])-[0-3]\dT(?:[01]\d|2[0-3]):[0-5]\d")
_DAYS = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_HOUR = r"(?:[01]?\d|2[0-4]):[0-5]\d"
_HOURS = re.compile(rf"{_DAYS}(?: ?- ?{_DAYS})? +{_HOUR} ?- ?{_HOUR}|off|", re.IGNORECASE)
"""Those of `postil.engine.conditions.schedule`; `off` and empty: there are none."""


def read_draft(data: object) -> Draft:
    """A draft from its JSON. `id` may be any value; one that is no string is left to the caller to echo.

    Raises:
        WireError: a key is unknown, missing or of another kind; the sentence names it.
    """
    given = read_object(data, "", _KEYS)
    account = _read_account(given.get("account"))
    surface = read_choice(given.get("surface"), "surface", get_args(Surface))
    language = read_like(given.get("language"), "language", _LANGUAGE, "a language code such as en or nl")
    own_id = given.get("id")
    return Draft(
        id=read_string(own_id, "id") if isinstance(own_id, str) else None,
        policy=read_string(given.get("policy"), "policy"),
        surface=surface,
        site=read_string(given.get("site"), "site"),
        text=_read_text(given, surface, account),
        language=language and re.split("[-_]", language)[0].lower(),
        role=read_choice(given.get("role"), "role", get_args(Role)),
        account=account,
        attachments=_read_attachments(given.get("attachments")),
        reply_to=_read_reply(given.get("reply_to")),
        audience=read_choice(given.get("audience"), "audience", get_args(Audience)),
        time=_read_time(given.get("time")),
        working_hours=read_like(
            given.get("working_hours"), "working_hours", _HOURS, 'hours such as "Mon-Fri 09:00-17:00"'
        ),
    )


def _read_text(given: Mapping[str, object], surface: Surface | None, account: Account) -> str:
    """The text; a bare share has none, and on `profile` the bio stands for it."""
    text = read_string(given.get("text"), "text")
    if text is not None:
        return text
    if surface == "profile" and account.bio is not None:
        return account.bio
    if surface == "share":
        return ""
    raise WireError("text: expected a string, got null" if "text" in given else "text: missing")


def _read_time(value: object) -> str | None:
    expected = "a time such as 2026-11-24T10:15"
    time = read_like(value, "time", _TIME, expected)
    if time is not None and int(time[8:10]) not in range(1, monthrange(int(time[:4]), int(time[5:7]))[1] + 1):
        raise WireError(f'time: expected {expected}, got "{time}"')
    return time


def _read_account(value: object) -> Account:
    if value is None:
        return Account()
    given = read_object(value, "account", _ACCOUNT)
    return Account(
        kind=read_choice(given.get("kind"), "account.kind", get_args(AccountKind)),
        name=read_string(given.get("name"), "account.name"),
        handle=read_string(given.get("handle"), "account.handle"),
        bio=read_string(given.get("bio"), "account.bio"),
    )


def _read_attachments(value: object) -> tuple[Attachment, ...] | None:
    items = read_list(value, "attachments")
    if items is None:
        return None
    return tuple(_read_attachment(item, f"attachments[{at}]") for at, item in enumerate(items))


def _read_attachment(value: object, path: str) -> Attachment:
    given = read_object(value, path, _ATTACHMENT)
    kind = read_choice(given.get("kind"), f"{path}.kind", get_args(AttachmentKind))
    if kind is None:
        raise WireError(f"{path}.kind: missing")
    return Attachment(
        kind=kind,
        name=read_string(given.get("name"), f"{path}.name"),
        alt=read_string(given.get("alt"), f"{path}.alt"),
        faces=read_count(given.get("faces"), f"{path}.faces"),
        place=read_truth(given.get("place"), f"{path}.place"),
    )


def _read_reply(value: object) -> Reply | None:
    if value is None:
        return None
    given = read_object(value, "reply_to", _REPLY)
    return Reply(
        author=read_string(given.get("author"), "reply_to.author"),
        text=read_string(given.get("text"), "reply_to.text"),
    )
