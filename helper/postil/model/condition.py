"""Conditions: the small language in which a topic says when it holds. Each is true, false or unknown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from postil.model.draft import AccountKind, AttachmentKind, Audience, Role, Surface

Place = Literal["post", "bio", "name", "handle", "alt", "file-name", "reply", "reply-author"]
Side = Literal["either", "before", "after"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """How near is near: at most `words` words between two matches, or anywhere in the same `scope`."""

    words: int | None = None
    scope: Literal["sentence", "paragraph", "post"] = "sentence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unless:
    """Cancels one match of a term when a match of `terms` stands within reach of it on `side`."""

    terms: str
    within: Window
    side: Side = "either"


@dataclass(frozen=True, slots=True, kw_only=True)
class Existence:
    """A term of one of `terms` stands in one of the places.

    `owner: mine` asks for a possessive of the first person in the three words before it.
    `quoted: False` passes over matches inside quotation marks. `marks: False`: they hold, and are not marked.
    """

    terms: tuple[str, ...]
    places: tuple[Place, ...] = ("post",)
    owner: Literal["mine"] | None = None
    quoted: bool = True
    marks: bool = True
    unless: tuple[Unless, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """No term of the lists stands in any of the places. Unknown where a place is unknown and the rest is empty of it."""

    terms: tuple[str, ...]
    places: tuple[Place, ...] = ("post",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """At least / at most so many matches of the lists, over all places together."""

    terms: tuple[str, ...]
    at_least: int = 1
    at_most: int | None = None
    places: tuple[Place, ...] = ("post",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proximity:
    """A match of `terms` with a match of `near` within reach, on the given side of it.

    `side: after` means that `near` follows `terms`. The two matches may not overlap.
    """

    terms: tuple[str, ...]
    near: tuple[str, ...]
    within: Window
    side: Side = "either"
    owner: Literal["mine"] | None = None
    quoted: bool = True
    unless: tuple[Unless, ...] = ()
    places: tuple[Place, ...] = ("post",)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityIs:
    """A built-in entity (e-mail address, phone number ...) stands in a place; `near` asks for a term in reach."""

    kinds: tuple[str, ...]
    near: tuple[str, ...] = ()
    within: Window = Window(words=6)
    unless: tuple[Unless, ...] = ()
    places: tuple[Place, ...] = ("post",)
    at_least: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentIs:
    """At least so many attachments for which every given property holds.

    `faces` some|none, or at least so many; `alt` missing|present; `place` whether it says where it was made;
    `named` and `shows`: a term of the list stands in the file name / in the alt text.
    """

    kinds: tuple[AttachmentKind, ...] = ()
    at_least: int = 1
    faces: Literal["some", "none"] | int | None = None
    alt: Literal["missing", "present"] | None = None
    place: bool | None = None
    named: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A figure about the post's form reaches a bound.

    capitals: share of capitals among letters (0..1), asked only from `letters` letters on.
    exclamations: exclamation marks in the longest run, `emoji-run`: the longest run of emoji,
    `styled`: styled Unicode letters, `words`: number of words, `angry-emoji`: how many.
    """

    of: Literal["capitals", "exclamations", "emoji-run", "styled", "words", "capital-words"]
    at_least: float | None = None
    at_most: float | None = None
    letters: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountIs:
    """The account is of this kind."""

    kind: AccountKind


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoIs:
    """The writer is a member of staff or a student."""

    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class SurfaceIs:
    """The text is composed in this place."""

    surface: Surface


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceIs:
    """Who will be able to read it."""

    audience: Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """The time of writing falls within the working hours that the person set."""

    within: Literal["working-hours"] = "working-hours"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyIs:
    """The post answers or quotes another one (`present`), or stands alone."""

    present: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class WouldFlag:
    """What is shared or answered would itself raise a finding of `severity` as a post of one's own."""

    severity: Literal["warning", "suggestion"] = "warning"
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Condition


Condition = (
    All
    | Any
    | Not
    | Existence
    | Absence
    | Occurrence
    | Proximity
    | EntityIs
    | AttachmentIs
    | Measure
    | AccountIs
    | WhoIs
    | SurfaceIs
    | AudienceIs
    | Schedule
    | ReplyIs
    | WouldFlag
)
