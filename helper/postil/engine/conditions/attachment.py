"""`attachment`: so many attachments have all the properties asked for."""

from __future__ import annotations

from collections.abc import Callable

from postil.engine.conditions.verdict import NO, YES, Verdict, is_so, not_seen
from postil.engine.scene import Leaf, Scene
from postil.model.condition import AttachmentIs, Place
from postil.model.draft import Attachment

_Property = Callable[[AttachmentIs, Scene, int, Attachment], Verdict]


def judge(condition: AttachmentIs, scene: Scene) -> Verdict:
    """Count the attachments that surely have the properties, and those that may."""
    attachments = scene.draft.attachments
    if attachments is None:
        return not_seen("attachments")
    verdicts = [_judge_one(condition, scene, item, one) for item, one in enumerate(attachments)]
    sure = [verdict for verdict in verdicts if verdict.truth]
    if len(sure) >= condition.at_least:
        return Verdict(truth=True, marks=tuple(mark for verdict in sure for mark in verdict.marks))
    maybe = [verdict for verdict in verdicts if verdict.truth is None]
    if len(sure) + len(maybe) < condition.at_least:
        return NO
    names = not_seen(*(name for verdict in maybe for name in verdict.unknown)).unknown
    return Verdict(None, tuple(mark for verdict in (*sure, *maybe) for mark in verdict.marks), names)


def _judge_one(condition: AttachmentIs, scene: Scene, item: int, attachment: Attachment) -> Verdict:
    if condition.kinds and attachment.kind not in condition.kinds:
        return NO
    verdicts = [prove(condition, scene, item, attachment) for prove in _PROPERTIES]
    if any(verdict.truth is False for verdict in verdicts):
        return NO
    marks = tuple(mark for verdict in verdicts for mark in verdict.marks)
    unknown = tuple(name for verdict in verdicts for name in verdict.unknown)
    return Verdict(None if unknown else True, marks, unknown)


def _faces(condition: AttachmentIs, _: Scene, __: int, attachment: Attachment) -> Verdict:
    if condition.faces is None:
        return YES
    if attachment.faces is None:
        return not_seen("attachments.faces")
    if isinstance(condition.faces, int):
        return is_so(attachment.faces >= condition.faces)
    return is_so((attachment.faces > 0) == (condition.faces == "some"))


def _alt(condition: AttachmentIs, _: Scene, __: int, attachment: Attachment) -> Verdict:
    if condition.alt is None:
        return YES
    if attachment.alt is None:
        return not_seen("attachments.alt")
    return is_so(bool(attachment.alt.strip()) == (condition.alt == "present"))


def _place(condition: AttachmentIs, _: Scene, __: int, attachment: Attachment) -> Verdict:
    if condition.place is None:
        return YES
    if attachment.place is None:
        return not_seen("attachments.place")
    return is_so(attachment.place == condition.place)


def _named(condition: AttachmentIs, scene: Scene, item: int, attachment: Attachment) -> Verdict:
    if not condition.named:
        return YES
    return _holds_term(condition.named, scene, "file-name", item, attachment.name)


def _shows(condition: AttachmentIs, scene: Scene, item: int, attachment: Attachment) -> Verdict:
    if not condition.shows:
        return YES
    return _holds_term(condition.shows, scene, "alt", item, attachment.alt)


def _holds_term(terms: tuple[str, ...], scene: Scene, place: Place, item: int, text: str | None) -> Verdict:
    if text is None:
        return not_seen("attachments.alt" if place == "alt" else "attachments.name")
    leaf: Leaf = next(leaf for leaf in scene.leaves(place).leaves if leaf.item == item)
    matches = scene.find(leaf.page, terms)
    marks = tuple(mark for match in matches for mark in leaf.mark(match.start, match.end))
    return Verdict(truth=True, marks=marks) if matches else NO


_PROPERTIES: tuple[_Property, ...] = (_faces, _alt, _place, _named, _shows)
