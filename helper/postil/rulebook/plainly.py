"""A condition in plain words, for people who know the policy and not the format."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any as Anything

from postil.model import condition as kinds
from postil.model.condition import Condition, Place, Side, Unless, Window
from postil.rulebook.problems import counted

_PLACES: dict[Place, str] = {
    "post": "the post",
    "bio": "the bio",
    "name": "the account's name",
    "handle": "the handle",
    "alt": "an alt text",
    "file-name": "a file's name",
    "reply": "the post that it answers or shares",
    "reply-author": "the name of who is answered or shared",
}
_SIDES: dict[Side, str] = {"either": "near it", "before": "before it", "after": "after it"}
_MEASURES = {
    "capitals": "share of capitals",
    "capital-words": "words in capitals in a row",
    "exclamations": "exclamation marks in a row",
    "emoji-run": "emoji in a row",
    "styled": "styled letters",
    "words": "words",
}


def plainly(condition: Condition) -> str:
    """The condition in a phrase; of those made of others, the head alone."""
    return _WORDINGS[type(condition)](condition)


def denied(part: Condition) -> str:
    """What a condition says that asks for the contrary of another."""
    if isinstance(part, kinds.Absence):
        return f"{_lists(part.terms)}{_in(part.places)} (whichever it is)"
    if isinstance(part, kinds.Existence) and not _filters(part):
        return _absence(kinds.Absence(terms=part.terms, places=part.places))
    return f"not: {plainly(part)}"


def _either(items: tuple[str, ...]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} or {items[-1]}"


def _lists(names: tuple[str, ...]) -> str:
    return (
        f"a word of the list{'s' if len(names) > 1 else ''} {_either(tuple(f'`{name}`' for name in names))}"
    )


def _in(places: tuple[Place, ...]) -> str:
    """Where, if it is not in the post."""
    return "" if places == ("post",) else f" in {_either(tuple(_PLACES[place] for place in places))}"


def _apart(within: Window) -> str:
    """How near."""
    scope = "" if within.scope == "post" else f"in the same {within.scope}"
    words = f"at most {counted(within.words, 'word')} apart" if within.words else ""
    return f" ({', '.join(part for part in (words, scope) if part) or 'anywhere in the post'})"


def _unless(cancels: tuple[Unless, ...]) -> str:
    if not cancels:
        return ""
    each = (f"{_lists((one.terms,))} {_SIDES[one.side]}{_apart(one.within)}" for one in cancels)
    return f"; not where there is {' or '.join(each)}"


def _filters(condition: kinds.Existence | kinds.Proximity) -> str:
    mine = ", after `my` or the like" if condition.owner else ""
    quoted = "" if condition.quoted else ", outside quotation marks"
    return f"{mine}{quoted}{_unless(condition.unless)}"


def _existence(one: kinds.Existence) -> str:
    return f"{_lists(one.terms)}{_in(one.places)}{_filters(one)}{'' if one.marks else ', not marked'}"


def _absence(one: kinds.Absence) -> str:
    return f"no{_lists(one.terms).removeprefix('a')}{_in(one.places)}"


def _occurrence(one: kinds.Occurrence) -> str:
    most = "" if one.at_most is None else f" and at most {one.at_most}"
    return f"at least {one.at_least}{most} times {_lists(one.terms)}{_in(one.places)}"


def _proximity(one: kinds.Proximity) -> str:
    beside = f"{_lists(one.near)} {_SIDES[one.side]}{_apart(one.within)}"
    return f"{_lists(one.terms)}{_in(one.places)}, with {beside}{_filters(one)}"


_ENTITIES = {
    "url": "a web address",
    "bsn": "a BSN",
    "nhs-number": "an NHS number",
    "iban": "an IBAN",
    "s-number": "a student number with its s",
    "mention": "a handle",
    "statistic": "a figure or a percentage",
    "credential": "a password or a key",
}
"""What is built in, by names that people use."""


def _with_article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeio' else 'a'} {noun}"


def _entity(one: kinds.EntityIs) -> str:
    kind = _either(tuple(_ENTITIES.get(kind) or _with_article(kind.replace("-", " ")) for kind in one.kinds))
    count = f", {one.at_least} times or more" if one.at_least > 1 else ""
    near = f", with {_lists(one.near)} near it{_apart(one.within)}" if one.near else ""
    return f"what looks like {kind}{_in(one.places)}{count}{near}{_unless(one.unless)}"


_FACES: dict[str | int, str] = {"some": "with some faces", "none": "with no faces"}


def _attachment(one: kinds.AttachmentIs) -> str:
    properties = [
        _FACES.get(one.faces, f"with {one.faces} faces or more") if one.faces else "",
        f"with its alt text {one.alt}" if one.alt else "",
        "" if one.place is None else f"that says {'where' if one.place else 'nowhere where'} it was made",
        f"whose file name has {_lists(one.named)}" if one.named else "",
        f"whose alt text has {_lists(one.shows)}" if one.shows else "",
    ]
    what = f"something attached{f' ({_either(one.kinds)})' if one.kinds else ''}"
    count = f", {one.at_least} or more" if one.at_least > 1 else ""
    return ", ".join([what + count, *(part for part in properties if part)])


def _measure(one: kinds.Measure) -> str:
    bounds = [f"at least {one.at_least:g}"] if one.at_least is not None else []
    bounds += [f"at most {one.at_most:g}"] if one.at_most is not None else []
    return f"{_MEASURES[one.of]}: {' and '.join(bounds)}"


def _would_flag(one: kinds.WouldFlag) -> str:
    topics = f" for {_either(one.topics)}" if one.topics else ""
    return f"what is shared would itself be a {one.severity}{topics}"


_WORDINGS: dict[type, Callable[[Anything], str]] = {
    kinds.All: lambda _: "all of these",
    kinds.Any: lambda _: "one of these",
    kinds.Not: lambda _: "not this",
    kinds.Existence: _existence,
    kinds.Absence: _absence,
    kinds.Occurrence: _occurrence,
    kinds.Proximity: _proximity,
    kinds.EntityIs: _entity,
    kinds.AttachmentIs: _attachment,
    kinds.Measure: _measure,
    kinds.AccountIs: lambda one: f"the account is {one.kind}",
    kinds.WhoIs: lambda one: f"the writer is {'a student' if one.role == 'student' else 'a member of staff'}",
    kinds.SurfaceIs: lambda one: f"it is written as a {one.surface}",
    kinds.AudienceIs: lambda one: (
        f"it goes to {'everyone' if one.audience == 'public' else 'a closed group'}"
    ),
    kinds.Schedule: lambda _: "the time is within the working hours that were set",
    kinds.ReplyIs: lambda one: f"it answers {'another' if one.present else 'no other'} post",
    kinds.WouldFlag: _would_flag,
}
"""One wording a kind."""
