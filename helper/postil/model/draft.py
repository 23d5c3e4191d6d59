"""A draft: what somebody is composing, and what the page shows about it.

`None` always means *unknown*, which is not the same as empty or false: a page that shows no bio
tells nothing about the bio.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Surface = Literal["post", "share", "profile", "sign-in"]
Role = Literal["staff", "student"]
AccountKind = Literal["personal", "brand"]
AttachmentKind = Literal["image", "video", "audio", "document"]
Audience = Literal["public", "group", "friends", "followers", "private"]
"""All but `public` are a closed circle: a condition on `group` holds for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The account that the post goes out from."""

    kind: AccountKind | None = None
    name: str | None = None
    handle: str | None = None
    bio: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that goes out with the post.

    `faces` is how many faces were found, `place` whether the file says where it was made.
    """

    kind: AttachmentKind
    name: str | None = None
    alt: str | None = None
    faces: int | None = None
    place: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The post that this draft answers, quotes, likes or reposts."""

    author: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is being composed. Text fields are never shown by `repr`: a draft is not written down.

    `time` is local time as `YYYY-MM-DDTHH:MM`; `working_hours` reads `Mon-Fri 09:00-17:00`.
    """

    text: str = field(repr=False)
    id: str | None = None
    policy: str | None = None
    surface: Surface | None = None
    site: str | None = None
    language: str | None = None
    role: Role | None = None
    account: Account = field(default=Account(), repr=False)
    attachments: tuple[Attachment, ...] | None = field(default=None, repr=False)
    reply_to: Reply | None = field(default=None, repr=False)
    audience: Audience | None = None
    time: str | None = None
    working_hours: str | None = None
