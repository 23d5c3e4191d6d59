"""A scene: one draft under one policy, with everything that a condition may ask about, worked out once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from postil.engine.entities import ENTITIES, EntityWords
from postil.engine.found import Found
from postil.engine.match import Match, covering
from postil.engine.page import Page, Span
from postil.model.condition import Place
from postil.model.draft import Draft
from postil.model.finding import Field, Finding, Mark
from postil.model.policy import Policy


class Leaf(NamedTuple):
    """One page of a place, and where a mark on it lies. `field` is `None` where nothing can be marked."""

    page: Page
    field: Field | None
    item: int = 0

    def mark(self, start: int, end: int) -> tuple[Mark, ...]:
        """Return the mark for `[start, end)` of this page, in a tuple."""
        return (Mark(start, end, self.field, self.item),) if self.field else ()


class Leaves(NamedTuple):
    """The pages of a place that can be seen, and the names of what cannot."""

    leaves: tuple[Leaf, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(slots=True)
class Scene:
    """A draft whose policy, role, account kind and surface are known, and what was read off it so far."""

    draft: Draft
    policy: Policy
    words: EntityWords
    match: Callable[[Page], Found]
    would_flag: Callable[[str], tuple[Finding, ...]]
    _places: dict[Place, Leaves] = field(default_factory=dict)
    _matches: dict[int, Found] = field(default_factory=dict)
    _entities: dict[tuple[int, str], tuple[Span, ...]] = field(default_factory=dict)
    _shown: dict[tuple[int, tuple[str, ...]], tuple[Match, ...]] = field(default_factory=dict)

    def leaves(self, place: Place) -> Leaves:
        """Return the pages of a place."""
        leaves = self._places.get(place)
        if leaves is None:
            leaves = self._places[place] = _PLACES[place](self)
        return leaves

    @property
    def post(self) -> Page:
        """The post's own page."""
        return self.leaves("post").leaves[0].page

    def matches(self, page: Page) -> Found:
        """Return where each term list stands on a page."""
        found = self._matches.get(id(page))
        if found is None:
            found = self._matches[id(page)] = self.match(page)
        return found

    def find(self, page: Page, terms: tuple[str, ...]) -> tuple[Match, ...]:
        """Return the matches of several lists on a page, in order of the text."""
        found = self.matches(page)
        if len(terms) == 1:
            return found.get(terms[0], ())
        some = [matches for name in terms if (matches := found.get(name))]
        if len(some) < 2:  # noqa: PLR2004  # most often one list alone has any
            return some[0] if some else ()
        return tuple(sorted({match for matches in some for match in matches}))

    def entities(self, page: Page, kind: str) -> tuple[Span, ...]:
        """Return the entities of a kind on a page."""
        key = (id(page), kind)
        spans = self._entities.get(key)
        if spans is None:
            finder = ENTITIES.get(kind)
            spans = self._entities[key] = finder(page, self.words) if finder else ()
        return spans

    def shown(self, page: Page, kinds: tuple[str, ...]) -> tuple[Match, ...]:
        """Return the entities of several kinds on a page as matches, in order of the text; many conditions ask alike."""
        key = (id(page), kinds)
        matches = self._shown.get(key)
        if matches is None:
            spans = {span for kind in kinds for span in self.entities(page, kind)}
            matches = self._shown[key] = tuple(sorted(covering(page.columns, *span) for span in spans))
        return matches


def _post(scene: Scene) -> Leaves:
    draft = scene.draft
    if draft.surface == "profile" and not draft.text and draft.account.bio:
        return Leaves((Leaf(Page(draft.account.bio), "account.bio"),))
    if draft.surface == "share" and not own_words(draft):
        return Leaves((Leaf(Page(""), "text"),))
    return Leaves((Leaf(Page(draft.text), "text"),))


def own_words(draft: Draft) -> bool:
    """Whether a share adds words of the person's own to what is shared."""
    shared = draft.reply_to.text if draft.reply_to else None
    return bool(draft.text.strip()) and draft.text.strip() != (shared or "").strip()


def _bio(scene: Scene) -> Leaves:
    if scene.draft.surface == "profile":  # the bio being edited is the post
        return scene.leaves("post")
    return _field(scene.draft.account.bio, "account.bio", "account.bio")


def _field(text: str | None, name: str, where: Field | None, *, label: bool = False) -> Leaves:
    if text is None:
        return Leaves(unknown=(name,))
    return Leaves((Leaf(Page(text, "label" if label else "prose"), where),))


def _attachments(scene: Scene, part: str) -> Leaves:
    if scene.draft.attachments is None:
        return Leaves(unknown=("attachments",))
    leaves: list[Leaf] = []
    unknown = False
    for item, attachment in enumerate(scene.draft.attachments):
        text = attachment.alt if part == "alt" else attachment.name
        if text is None:
            unknown = True
        elif part == "alt":
            leaves.append(Leaf(Page(text), "attachments.alt", item))
        else:
            leaves.append(Leaf(Page(text, "label"), "attachments.name", item))
    return Leaves(tuple(leaves), (f"attachments.{part}",) if unknown else ())


def _reply(scene: Scene) -> Leaves:
    # A page always shows whether one is answering: a draft without `reply_to` stands alone.
    reply = scene.draft.reply_to
    if reply is None:
        return Leaves(unknown=("reply_to.text",)) if scene.draft.surface == "share" else Leaves()
    return _field(reply.text, "reply_to.text", "reply_to.text")


def _reply_author(scene: Scene) -> Leaves:
    reply = scene.draft.reply_to
    return _field(reply.author, "reply_to.author", None) if reply else Leaves()


_PLACES: dict[Place, Callable[[Scene], Leaves]] = {
    "post": _post,
    "bio": _bio,
    "name": lambda scene: _field(scene.draft.account.name, "account.name", "account.name"),
    "handle": lambda scene: _field(
        scene.draft.account.handle, "account.handle", "account.handle", label=True
    ),
    "alt": lambda scene: _attachments(scene, "alt"),
    "file-name": lambda scene: _attachments(scene, "name"),
    "reply": _reply,
    "reply-author": _reply_author,
}
